/** What a file's name says about it. The content decides in the end (probe.ts). */
import type { Compression, Format } from '../../shared/dataset.js';

export interface NamedFormat {
  readonly format: Format;
  readonly compression: Compression;
}

const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['json', 'json'],
  ['csv', 'csv'],
  ['tsv', 'tsv'],
  ['parquet', 'parquet'],
  ['txt', 'text'],
  ['md', 'text'],
]);

const COMPRESSIONS: ReadonlyMap<string, Compression> = new Map([
  ['gz', 'gzip'],
  ['zst', 'zstd'],
]);

/** For messages: every ending that is read. */
export const READABLE_ENDINGS =
  '.jsonl, .ndjson, .json, .csv, .tsv, .txt and .md (each also as .gz or .zst), and .parquet';

/** Format and compression by a file's endings, or undefined if it is no dataset file by name. */
export function formatOfName(name: string): NamedFormat | undefined {
  const endings = name.toLowerCase().split('.').slice(1);
  const compression = COMPRESSIONS.get(endings.at(-1) ?? '');
  const format = FORMATS.get(endings.at(compression ? -2 : -1) ?? '');
  if (!format || (format === 'parquet' && compression)) return undefined;
  return { format, compression: compression ?? 'none' };
}
