/**
 * Finds a compared response again in an open buffer. VS Code drops the BOM, splits lines at a lone CR and makes line
 * ends equal, and people edit: so the place in the file is only where the search begins, the content decides.
 */
import * as vscode from 'vscode';
import { skipSpace, skipValue } from '../../core/jsonText/scan.js';
import type { Span } from '../../shared/dataset.js';
import { formatOf } from '../inputs/datasetNames.js';
import { bufferText } from './bufferText.js';
import { csvRow } from './csvText.js';
import { isResponse, responseInJson, type Sought } from './verify.js';

/** Where a record and its response stand in a document. */
export interface Located {
  readonly record: vscode.Range;
  readonly response: vscode.Range;
}

interface Spans {
  readonly record: Span;
  readonly response: Span;
}

/** Lines before and after the expected one that are searched, unless told otherwise. */
const NEAR = 500;
/** Lines that one JSONL record may take in the editor, because of lone CRs. */
const JOINED = 20;

/** The place of the response in `document`, or undefined if the document does not hold it (any more) near its place. */
export function locate(document: vscode.TextDocument, sought: Sought, reach = NEAR): Located | undefined {
  const spans = spansOf(document, sought, reach);
  if (!spans) return undefined;
  const range = ([start, end]: Span) =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));
  return { record: range(spans.record), response: range(spans.response) };
}

/** The line on which the record is expected, within the document: for when it was not found. */
export function expectedLine(document: vscode.TextDocument, sought: Sought): number {
  return Math.min(Math.max((sought.line ?? 1) - 1, 0), document.lineCount - 1);
}

function spansOf(document: vscode.TextDocument, sought: Sought, reach: number): Spans | undefined {
  switch (formatOf(sought.path)?.format) {
    case 'jsonl':
      return nearby(document, sought, reach, (line) => inLine(document, line, sought));
    case 'json':
      return inJson(document, sought, reach);
    case 'csv':
    case 'tsv':
      return nearby(document, sought, reach, (line) => inRow(document, line, sought));
    case 'text':
      return inWhole(document, sought);
    case 'parquet':
    case undefined:
      return undefined;
  }
}

/** Tries the expected line, then its neighbours outwards. */
function nearby(
  document: vscode.TextDocument,
  sought: Sought,
  reach: number,
  attempt: (line: number) => Spans | undefined,
): Spans | undefined {
  const middle = expectedLine(document, sought);
  for (let distance = 0; distance <= reach; distance++) {
    for (const line of distance === 0 ? [middle] : [middle - distance, middle + distance]) {
      const found = line >= 0 && line < document.lineCount ? attempt(line) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

function inLine(document: vscode.TextDocument, line: number, sought: Sought): Spans | undefined {
  const first = document.lineAt(line);
  if (first.isEmptyOrWhitespace) return undefined;
  const start = document.offsetAt(first.range.start);
  let raw = first.text;
  // A record that ends on its own line is whole; one that does not was split at a CR between two tokens.
  for (let last = line; skipValue(raw, skipSpace(raw, 0)) < 0;) {
    if (++last >= document.lineCount || last - line > JOINED) return undefined;
    raw = document.getText(new vscode.Range(first.range.start, document.lineAt(last).range.end));
  }
  const response = responseInJson(raw, sought);
  return response && shifted(start, [0, raw.length], response);
}

function inJson(document: vscode.TextDocument, sought: Sought, reach: number): Spans | undefined {
  const buffer = bufferText(document);
  const attempt = (offset: number): Spans | undefined => {
    const start = skipSpace(buffer.text, offset);
    const end = skipValue(buffer.text, start);
    if (end < 0) return undefined;
    const raw = buffer.text.slice(start, end);
    const response = responseInJson(raw, sought);
    return response && shifted(start, [0, raw.length], response);
  };
  const byte = sought.byteOffset;
  if (byte !== undefined) {
    // The second with the three bytes of a BOM that the editor dropped.
    const found = attempt(buffer.offsetOfByte(byte)) ?? attempt(buffer.offsetOfByte(Math.max(0, byte - 3)));
    if (found) return found;
  }
  return nearby(document, sought, reach, (line) => {
    const { text } = document.lineAt(line);
    const indent = /^[\s,[]*/.exec(text)![0].length;
    // A value inside a record starts with its key: only what may start an element is tried.
    return text[indent] === '{' || text[indent] === '['
      ? attempt(document.offsetAt(new vscode.Position(line, indent)))
      : undefined;
  });
}

function inRow(document: vscode.TextDocument, line: number, sought: Sought): Spans | undefined {
  const { text } = bufferText(document);
  const start = document.offsetAt(new vscode.Position(line, 0));
  for (const delimiter of [',', ';', '\t', '|']) {
    const row = csvRow(text, start, delimiter);
    for (const { value, span } of row.fields) {
      const [from, to] = sought.range ?? [0, value.length];
      if (!isResponse(value.slice(from, to), sought.sha256)) continue;
      return { record: [row.start, row.end], response: sought.range ? within(text, span, [from, to]) : span };
    }
  }
  return undefined;
}

function inWhole(document: vscode.TextDocument, sought: Sought): Spans | undefined {
  const { text } = bufferText(document);
  const [from, to] = sought.range ?? [0, text.length];
  return isResponse(text.slice(from, to), sought.sha256)
    ? { record: [0, text.length], response: [from, to] }
    : undefined;
}

/** From characters of a CSV value to those of the text, where quotes are doubled. */
function within(text: string, span: Span, [from, to]: Span): Span {
  const place = (wanted: number): number => {
    let at = span[0];
    for (let i = 0; i < wanted; i++) at += text[at] === '"' && text[at + 1] === '"' ? 2 : 1;
    return at;
  };
  return [place(from), place(to)];
}

function shifted(by: number, record: Span, response: Span): Spans {
  return { record: [record[0] + by, record[1] + by], response: [response[0] + by, response[1] + by] };
}
