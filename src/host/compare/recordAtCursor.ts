/** Which record of its file the cursor stands in. */
import path from 'node:path';
import * as vscode from 'vscode';
import { jsonRecords } from '../../core/jsonText/jsonRecords.js';
import { Failure } from '../../shared/failure.js';
import { formatOf } from '../inputs/datasetNames.js';
import { csvRows } from '../locate/csvText.js';
import type { Services } from '../services.js';

export interface CursorRecord {
  readonly suspect: string;
  /** One 0-based record number. */
  readonly records: readonly number[];
}

/** Returns file and record at the cursor of `editor`; throws Failure('usage') where there is none. */
export async function recordAtCursor(services: Services, editor: vscode.TextEditor): Promise<CursorRecord> {
  const { document } = editor;
  const suspect = document.uri.fsPath;
  const named = document.uri.scheme === 'file' ? formatOf(suspect) : undefined;
  const offset = document.offsetAt(editor.selection.active);
  let record: number | undefined;
  switch (named?.format) {
    case 'jsonl':
      record = recordOfLine(document, editor.selection.active.line);
      break;
    case 'json':
      record = indexOrNone(jsonRecords(document.getText()).findIndex(([a, b]) => a <= offset && offset <= b));
      break;
    case 'csv':
    case 'tsv':
      record = await recordOfRow(services, document, offset);
      break;
    case 'text':
      record = 0;
      break;
    case 'parquet':
    case undefined:
  }
  if (record === undefined) {
    const name = path.basename(suspect);
    throw new Failure(
      'usage',
      vscode.l10n.t(
        'There is no record at the cursor in {0}. Put the cursor into a record of a dataset.',
        name,
      ),
    );
  }
  return { suspect, records: [record] };
}

/** Blank lines are no records. */
function recordOfLine(document: vscode.TextDocument, line: number): number | undefined {
  if (document.lineAt(line).isEmptyOrWhitespace) return undefined;
  let record = 0;
  for (let i = 0; i < line; i++) if (!document.lineAt(i).isEmptyOrWhitespace) record++;
  return record;
}

/** Whether the first row names the columns is the reader's to say: it is asked for the record and shows by its text. */
async function recordOfRow(
  services: Services,
  document: vscode.TextDocument,
  offset: number,
): Promise<number | undefined> {
  const rows = csvRows(document.getText(), offset);
  const row = rows.at(-1);
  if (!row) return undefined;
  const record = rows.length - 1;
  if (record === 0) return 0;
  const longest = row.fields.map((field) => field.value).sort((a, b) => b.length - a.length)[0] ?? '';
  const place = { path: document.uri.fsPath, record: record - 1, view: 'record' } as const;
  const { text } = await services.engine.call('record', place).catch(() => ({ text: '' }));
  return text.replace(/\r\n?/g, '\n').includes(longest.replace(/\r\n?/g, '\n')) ? record - 1 : record;
}

function indexOrNone(index: number): number | undefined {
  return index < 0 ? undefined : index;
}
