/** Outline and breadcrumbs of a compared dataset: its records. */
import * as vscode from 'vscode';
import type { OutlineRecord, RecordFinding } from '../../shared/engineCalls.js';
import type { Services } from '../services.js';
import { parametersFor } from '../settings.js';
import { kindInWords } from '../words.js';
import type { FileFindings } from './fileFindings.js';

/** Records that are listed: an outline of more helps nobody. */
const MOST = 10_000;

export class Outline implements vscode.DocumentSymbolProvider {
  constructor(
    private readonly services: Services,
    private readonly findings: FileFindings,
  ) {}

  /** The records as the file holds them on disk; none while the editor holds something else. */
  async provideDocumentSymbols(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentSymbol[]> {
    if (document.isDirty) return [];
    const controller = new AbortController();
    const listening = token.onCancellationRequested(() => controller.abort());
    try {
      const path = document.uri.fsPath;
      const isSuspect = this.services.run.get()?.suspects.includes(path) === true;
      const { suspectShape, originalsShape } = parametersFor(document.uri);
      const shape = isSuspect ? suspectShape : originalsShape;
      const request = { path, most: MOST, ...(shape && { shape }) };
      const { signal } = controller;
      const records = await this.services.engine.call('outline', request, { signal });
      const found = await this.findings.of('suspect', path);
      const byRecord = new Map(found.map((finding) => [finding.suspect.record, finding]));
      return records.map((record, at) =>
        symbol(document, record, records[at + 1]?.line, byRecord.get(record.record)),
      );
    } catch {
      // No outline is better than a message for something that nobody asked for.
      return [];
    } finally {
      listening.dispose();
    }
  }
}

function symbol(
  document: vscode.TextDocument,
  { record, line, words }: OutlineRecord,
  nextLine: number | undefined,
  finding: RecordFinding | undefined,
): vscode.DocumentSymbol {
  const last = document.lineCount - 1;
  const first = Math.min(line - 1, last);
  let end = document.lineAt(Math.min(Math.max(first, (nextLine ?? last + 2) - 2), last));
  while (end.isEmptyOrWhitespace && end.lineNumber > first) end = document.lineAt(end.lineNumber - 1);
  const range = new vscode.Range(new vscode.Position(first, 0), end.range.end);
  const name = `${record.toLocaleString()} · ${words === '' ? vscode.l10n.t('(empty)') : words}`;
  const detail = finding?.reported === true ? kindInWords(finding.kind) : '';
  const { Event, String } = vscode.SymbolKind;
  const kind = finding?.reported === true ? Event : String;
  return new vscode.DocumentSymbol(name, detail, kind, range, document.lineAt(first).range);
}
