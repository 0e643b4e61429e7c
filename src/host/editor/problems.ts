/** Findings in VS Code's list of problems, where the user has asked for it. */
import * as vscode from 'vscode';
import type { RecordFinding } from '../../shared/engineCalls.js';
import { EDITOR_SETTINGS, PREFIX } from '../ids.js';
import { placeLabel } from '../jump/recordUri.js';
import { locate } from '../locate/locate.js';
import type { Services } from '../services.js';
import { kindInWords } from '../words.js';
import type { FileFindings } from './fileFindings.js';

/** VS Code shows no more of one file. */
const MOST = 1000;
const REACH = 5;

export class Problems implements vscode.Disposable {
  #collection: vscode.DiagnosticCollection | undefined;
  readonly #listening: vscode.Disposable[];
  #round = 0;

  constructor(
    private readonly services: Services,
    private readonly findings: FileFindings,
  ) {
    this.#listening = [
      services.run.onDidChange(() => void this.refresh()),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => void this.#refreshFile(uri)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => void this.#refreshFile(uri)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(EDITOR_SETTINGS.problems)) void this.refresh();
      }),
    ];
    void this.refresh();
  }

  /** Lists the reported findings of all suspects anew. */
  async refresh(): Promise<void> {
    const round = ++this.#round;
    this.#collection?.clear();
    for (const file of this.services.run.get()?.suspects ?? []) {
      if (round === this.#round) await this.#list(vscode.Uri.file(file));
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.#listening).dispose();
    this.#collection?.dispose();
  }

  async #refreshFile(uri: vscode.Uri): Promise<void> {
    const isSuspect = this.services.run.get()?.suspects.includes(uri.fsPath) === true;
    if (uri.scheme === 'file' && isSuspect) await this.#list(uri);
  }

  async #list(uri: vscode.Uri): Promise<void> {
    const severity = severityFor(uri);
    if (severity === undefined) return;
    const run = this.services.run.get();
    const findings = await this.findings.of('suspect', uri.fsPath).catch(() => []);
    if (this.services.run.get() !== run && this.services.run.get()?.dir !== run?.dir) return;
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    const reported = findings.filter((finding) => finding.reported && finding.suspect.line !== undefined);
    const problems = reported.slice(0, MOST).flatMap((finding) => problem(finding, document, severity));
    this.#collection ??= vscode.languages.createDiagnosticCollection(PREFIX);
    this.#collection.set(uri, problems);
  }
}

function severityFor(uri: vscode.Uri): vscode.DiagnosticSeverity | undefined {
  switch (vscode.workspace.getConfiguration(PREFIX, uri).get<string>('problems')) {
    case 'information':
      return vscode.DiagnosticSeverity.Information;
    case 'hint':
      return vscode.DiagnosticSeverity.Hint;
    default:
      return undefined;
  }
}

/** On the response where the file is open and still holds it, else on the line that was compared. */
function problem(
  finding: RecordFinding,
  document: vscode.TextDocument | undefined,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic[] {
  const place = document && locate(document, finding.suspect, REACH);
  if (document && !place) return [];
  const line = finding.suspect.line! - 1;
  const range = place?.response ?? new vscode.Range(line, 0, line, Number.MAX_SAFE_INTEGER);
  const { kind, evidence, count, originals } = finding;
  const message =
    count === 1
      ? vscode.l10n.t('{0}: 1 original matches, {1} distinctive tokens shared', kindInWords(kind), evidence)
      : vscode.l10n.t(
          '{0}: {1} originals match, best {2} distinctive tokens shared',
          kindInWords(kind),
          count,
          evidence,
        );
  const found = new vscode.Diagnostic(range, message, severity);
  found.source = 'Distillation Evidence';
  found.code = kind;
  found.relatedInformation = originals
    .filter(({ line: at }) => at !== undefined)
    .slice(0, 3)
    .map((original) => {
      const there = new vscode.Position(original.line! - 1, 0);
      const location = new vscode.Location(vscode.Uri.file(original.path), there);
      return new vscode.DiagnosticRelatedInformation(
        location,
        vscode.l10n.t('Original {0}', placeLabel(original)),
      );
    });
  return [found];
}
