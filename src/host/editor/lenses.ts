/** CodeLenses above the records of the current run. */
import * as vscode from 'vscode';
import type { RecordFinding } from '../../shared/engineCalls.js';
import type { MatchSide } from '../../shared/match.js';
import { COMMANDS, EDITOR_SETTINGS, PREFIX } from '../ids.js';
import { placeLabel } from '../jump/recordUri.js';
import { locate } from '../locate/locate.js';
import { percent, verdictInWords } from '../words.js';
import { originalSides } from './atCursor.js';
import type { FileFindings } from './fileFindings.js';

/** Records with a lens in one document. */
const MOST = 500;
/** In a document that was edited, records are searched near by; so many may be missing before that ends. */
const MISSES = 50;
const REACH = 30;

export class Lenses implements vscode.CodeLensProvider {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(private readonly findings: FileFindings) {}

  refresh(): void {
    this.#changed.fire();
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const on = vscode.workspace.getConfiguration(PREFIX, document.uri);
    if (!on.get<boolean>(EDITOR_SETTINGS.codeLens.slice(PREFIX.length + 1), true)) return [];
    const path = document.uri.fsPath;
    const suspects = (await this.findings.of('suspect', path)).filter((finding) => finding.reported);
    const originals = (await this.findings.of('original', path)).filter((finding) => finding.reported);
    return [...suspectLenses(document, suspects), ...originalLenses(document, originals)];
  }
}

function suspectLenses(document: vscode.TextDocument, findings: readonly RecordFinding[]): vscode.CodeLens[] {
  return placed(document, findings, (finding) => finding.suspect).flatMap(([finding, range]) => {
    const best = finding.originals[0];
    const at = { run: finding.run, finding: finding.id };
    const lenses = [
      new vscode.CodeLens(range, {
        title: [matchTitle(finding), verdictInWords(finding.state)].filter(Boolean).join(' · '),
        tooltip: vscode.l10n.t('Show this finding'),
        command: COMMANDS.showFindings,
        arguments: [at],
      }),
    ];
    if (best) {
      lenses.push(
        new vscode.CodeLens(range, {
          title: vscode.l10n.t('Original {0}', placeLabel(best)),
          tooltip: vscode.l10n.t('Jump to the original'),
          command: COMMANDS.jumpToOriginal,
          arguments: [{ ...at, index: 0 }],
        }),
      );
    }
    return lenses;
  });
}

/** e.g. "3 originals match · best 97 %": the share of the suspect's shingles that stand in its best original. */
export function matchTitle({ count, containmentSuspect }: RecordFinding): string {
  const best = percent(containmentSuspect);
  return count === 1
    ? vscode.l10n.t('1 original matches · {0} %', best)
    : vscode.l10n.t('{0} originals match · best {1} %', count, best);
}

function originalLenses(
  document: vscode.TextDocument,
  findings: readonly RecordFinding[],
): vscode.CodeLens[] {
  const records = new Map<string, { side: MatchSide; findings: RecordFinding[] }>();
  for (const { finding, side } of originalSides(findings, document.uri.fsPath)) {
    const key = `${side.record}${side.pointer}`;
    const known = records.get(key);
    if (known) known.findings.push(finding);
    else records.set(key, { side, findings: [finding] });
  }
  return placed(document, [...records.values()], (record) => record.side).map(([record, range]) => {
    const first = record.findings[0]!;
    const number = record.findings.length;
    return new vscode.CodeLens(range, {
      title:
        number === 1
          ? vscode.l10n.t('matched by 1 suspect record')
          : vscode.l10n.t('matched by {0} suspect records', number),
      tooltip: vscode.l10n.t('Jump to the suspect'),
      command: COMMANDS.jumpToSuspect,
      arguments: [{ run: first.run, finding: first.id, index: originalIndex(first, record.side) }],
    });
  });
}

function originalIndex(finding: RecordFinding, side: MatchSide): number {
  return Math.max(0, finding.originals.indexOf(side));
}

/** The items whose record is found in the document, with the record's first line. */
function placed<T>(
  document: vscode.TextDocument,
  items: readonly T[],
  side: (item: T) => MatchSide,
): [T, vscode.Range][] {
  const found: [T, vscode.Range][] = [];
  let misses = 0;
  for (const item of items) {
    if (found.length >= MOST || misses >= MISSES) break;
    const place = locate(document, side(item), REACH);
    if (place) found.push([item, new vscode.Range(place.record.start, place.record.start)]);
    else misses++;
  }
  return found;
}
