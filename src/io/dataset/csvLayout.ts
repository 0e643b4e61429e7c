/** How a CSV or TSV file is laid out: its delimiter, and whether its first row names the columns. */
import { parse } from 'csv-parse/sync';
import { decodeUtf8 } from './decodeText.js';

export interface CsvLayout {
  readonly delimiter: string;
  /** `\r` only where the first bytes have no line feed at all. */
  readonly recordDelimiters: readonly string[];
  /** Names of the columns, each once; undefined without a header. */
  readonly header: readonly string[] | undefined;
  /** Cells of a row: those of the first one. */
  readonly columns: number;
}

/** Names that say by themselves that a row is a header. */
const KNOWN_NAMES = new Set(
  (
    'id instruction input output prompt completion response responses question answer text content chosen rejected ' +
    'messages conversations generation generator model category label target query context reply user assistant ' +
    'system human reference summary dataset url title score source name'
  ).split(' '),
);

const ROWS = 50;

/** The layout that the first bytes of a file show. */
export function findCsvLayout(head: Buffer, bom: number, format: 'csv' | 'tsv'): CsvLayout {
  const bytes = head.subarray(bom);
  const recordDelimiters = bytes.includes(0x0a) ? ['\r\n', '\n'] : ['\r'];
  const firstRow = (delimiter: string): string[] => rowsOf(bytes, delimiter, recordDelimiters, 1)[0] ?? [];
  let delimiter = format === 'tsv' ? '\t' : ',';
  if (firstRow(delimiter).length === 1) {
    delimiter = [';', '\t', ',', '|'].find((d) => firstRow(d).length > 1) ?? delimiter;
  }
  const rows = rowsOf(bytes, delimiter, recordDelimiters, ROWS);
  const first = rows[0] ?? [];
  return {
    delimiter,
    recordDelimiters,
    header: isHeader(first, rows.slice(1)) ? uniqueNames(first) : undefined,
    columns: first.length,
  };
}

/** Options that all reads of a file share; Latin-1 keeps every byte, so that the text is decoded once, later. */
export function csvOptions(layout: Pick<CsvLayout, 'delimiter' | 'recordDelimiters'>): {
  delimiter: string;
  record_delimiter: string[];
  encoding: 'latin1';
  relax_column_count: true;
  relax_quotes: true;
} {
  return {
    delimiter: layout.delimiter,
    record_delimiter: [...layout.recordDelimiters],
    encoding: 'latin1',
    relax_column_count: true,
    relax_quotes: true,
  };
}

/** A Latin-1 cell as the text that its bytes are. */
export function decodeCell(cell: string): string {
  return decodeUtf8(Buffer.from(cell, 'latin1'));
}

/** The first rows, up to a quote that these bytes leave open. */
function rowsOf(
  bytes: Buffer,
  delimiter: string,
  recordDelimiters: readonly string[],
  rows: number,
): string[][] {
  const found: string[][] = [];
  const keep = (row: string[]): string[] => {
    found.push(row.map(decodeCell));
    return row;
  };
  const options = csvOptions({ delimiter, recordDelimiters });
  try {
    parse(bytes, { ...options, to: rows, skip_empty_lines: true, on_record: keep });
  } catch {
    // An open quote: the rows before it are enough to go by.
  }
  return found;
}

/**
 * The rule: all cells (but the first, which an index column leaves empty) are filled, short and on one line,
 * and either one is a name that datasets use, or all look like names, differ, and the rows below do not look
 * like them (a column of numbers, or of texts three times as long).
 */
export function isHeader(first: readonly string[], rest: readonly (readonly string[])[]): boolean {
  const names = first.map((cell) => cell.trim());
  if (names.length === 0 || !names.every((n, i) => (n !== '' || (i === 0 && names.length > 1)) && isShort(n)))
    return false;
  if (names.some((name) => KNOWN_NAMES.has(name.toLowerCase()))) return true;
  if (rest.length === 0 || new Set(names).size < names.length) return false;
  if (!names.every((name) => name === '' || /^[\p{L}_][\p{L}\p{M}\p{N}_ .\-/]*$/u.test(name))) return false;
  return names.some((name, column) => {
    const cells = rest.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    if (cells.length === 0 || name === '') return false;
    const length = cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;
    return cells.every((cell) => /^[-+]?[\d.]+$/.test(cell)) || length > Math.max(24, 3 * name.length);
  });
}

function isShort(name: string): boolean {
  return name.length <= 40 && !/[\r\n]/.test(name);
}

function uniqueNames(cells: readonly string[]): string[] {
  const used = new Set<string>();
  return cells.map((cell) => {
    const name = cell.trim();
    let unique = name;
    for (let n = 2; used.has(unique); n++) unique = `${name}_${n}`;
    used.add(unique);
    return unique;
  });
}
