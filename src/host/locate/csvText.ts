/** Rows of CSV text as the editor holds it, with the place of every field. */
import type { Span } from '../../shared/dataset.js';

export interface CsvField {
  readonly value: string;
  /** Of what stands inside the quotes, if there are any. */
  readonly span: Span;
}

export interface CsvRow {
  readonly start: number;
  /** Before the line end. */
  readonly end: number;
  readonly fields: readonly CsvField[];
}

const DELIMITERS = [',', ';', '\t', '|'];

/** The row that starts at `start`, cut by `delimiter` (RFC 4180: quotes are doubled inside quotes). */
export function csvRow(text: string, start: number, delimiter: string): CsvRow {
  const fields: CsvField[] = [];
  let at = start;
  for (;;) {
    const field = text[at] === '"' ? quoted(text, at) : bare(text, at, delimiter);
    fields.push(field.field);
    at = field.next;
    if (text[at] !== delimiter) break;
    at++;
  }
  return { start, end: at, fields };
}

/** All non-empty rows from the text's start to the one that holds `offset`. */
export function csvRows(text: string, offset: number): CsvRow[] {
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  for (let at = 0; at <= offset && at < text.length;) {
    const row = csvRow(text, at, delimiter);
    if (row.end > row.start) rows.push(row);
    at = afterLineEnd(text, row.end);
  }
  return rows;
}

/** The delimiter that cuts the first row into most fields. */
export function delimiterOf(text: string): string {
  const counts = DELIMITERS.map((delimiter) => csvRow(text, 0, delimiter).fields.length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

function quoted(text: string, at: number): { field: CsvField; next: number } {
  let end = at + 1;
  for (; end < text.length; end++) {
    if (text[end] !== '"') continue;
    if (text[end + 1] !== '"') break;
    end++;
  }
  const inside = text.slice(at + 1, end);
  return {
    field: { value: inside.replaceAll('""', '"'), span: [at + 1, end] },
    next: Math.min(end + 1, text.length),
  };
}

function bare(text: string, at: number, delimiter: string): { field: CsvField; next: number } {
  let end = at;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { field: { value: text.slice(at, end), span: [at, end] }, next: end };
}

function afterLineEnd(text: string, at: number): number {
  let next = at;
  // A stray character after a closing quote belongs to no field: it is passed over.
  while (next < text.length && text[next] !== '\n' && text[next] !== '\r') next++;
  return text[next] === '\r' && text[next + 1] === '\n' ? next + 2 : next + 1;
}
