/** Marks of findings in the gutter and the overview ruler of open datasets, by kind. */
import * as vscode from 'vscode';
import { KINDS, type Kind } from '../../shared/match.js';
import { EDITOR_SETTINGS, KIND_COLORS, PREFIX } from '../ids.js';
import { locate } from '../locate/locate.js';
import type { Services } from '../services.js';
import { originalSides, suspectSides } from './atCursor.js';
import type { FileFindings } from './fileFindings.js';

/** Marks in one document; more would only make one line of colour. */
const MOST = 5000;
/** Records that are looked for before others have their turn on this thread. */
const TOGETHER = 50;
const REACH = 5;
/** Milliseconds of rest after an edit. */
const REST = 400;

export class Marks implements vscode.Disposable {
  readonly #types: Readonly<Record<Kind, vscode.TextEditorDecorationType>>;
  readonly #listening: vscode.Disposable[];
  #round = 0;
  #waiting: NodeJS.Timeout | undefined;

  constructor(
    services: Services,
    private readonly findings: FileFindings,
  ) {
    const { extensionUri } = services.context;
    const types = KINDS.map((kind) => [kind, decorationType(kind, extensionUri)] as const);
    this.#types = Object.fromEntries(types) as Record<Kind, vscode.TextEditorDecorationType>;
    this.#listening = [
      services.run.onDidChange(() => this.refresh()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.refresh()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const isShown = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
        if (isShown && contentChanges.length > 0) this.refresh(REST);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(EDITOR_SETTINGS.marks)) this.refresh();
      }),
    ];
    this.refresh();
  }

  /** Marks all visible editors anew, after so many milliseconds without another wish. */
  refresh(after = 50): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#markAll(++this.#round), after);
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#round++;
    vscode.Disposable.from(...this.#listening, ...Object.values(this.#types)).dispose();
  }

  async #markAll(round: number): Promise<void> {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.scheme !== 'file') continue;
      const marks = await this.#of(editor.document, round);
      if (!marks || round !== this.#round) continue;
      for (const kind of KINDS) editor.setDecorations(this.#types[kind], marks.get(kind) ?? []);
    }
  }

  /** Ranges of the responses with a reported match, by kind; undefined if they are not wanted any more. */
  async #of(document: vscode.TextDocument, round: number): Promise<Map<Kind, vscode.Range[]> | undefined> {
    const marks = new Map<Kind, vscode.Range[]>();
    const path = document.uri.fsPath;
    const isOn = vscode.workspace.getConfiguration(PREFIX, document.uri).get<boolean>('marks', true);
    if (!isOn) return marks;
    try {
      const suspects = suspectSides(await this.findings.of('suspect', path));
      const originals = originalSides(await this.findings.of('original', path), path);
      const reported = [...suspects, ...originals].filter(({ finding }) => finding.reported).slice(0, MOST);
      for (const [at, { finding, side }] of reported.entries()) {
        if (at % TOGETHER === 0) await new Promise((resolve) => setImmediate(resolve));
        if (round !== this.#round || document.isClosed) return undefined;
        const place = locate(document, side, REACH);
        if (!place) continue;
        const ranges = marks.get(finding.kind);
        const { start } = place.record;
        const range = new vscode.Range(start, start);
        if (ranges) ranges.push(range);
        else marks.set(finding.kind, [range]);
      }
      return marks;
    } catch {
      // A run that cannot be read says so where it is opened, not in the margin.
      return marks;
    }
  }
}

function decorationType(kind: Kind, extensionUri: vscode.Uri): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    overviewRulerColor: new vscode.ThemeColor(KIND_COLORS[kind]),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    gutterIconPath: vscode.Uri.joinPath(extensionUri, 'media', 'gutter', `${kind}.svg`),
    gutterIconSize: 'contain',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}
