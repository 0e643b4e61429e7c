/** A part of the index: a stretch of one dataset file, as columns. */
import type { Shape, Skipped } from '../../shared/dataset.js';

/** What is known of a part beside its columns; records and lines count from the part's own start. */
export interface PartMeta {
  readonly rows: number;
  readonly texts: number;
  readonly tokens: number;
  readonly records: number;
  readonly lines: number;
  /** True where the file ends with this part. */
  readonly last: boolean;
  readonly format: 'jsonl' | 'json' | 'csv' | 'tsv' | 'parquet' | 'text';
  readonly compression: 'none' | 'gzip' | 'zstd';
  readonly shape: Shape;
  readonly skipped: readonly Omit<Skipped, 'path'>[];
  /** Sentences, and what records had, by number. */
  readonly said: readonly string[];
  readonly counted: Readonly<Record<string, number>>;
  /** Where responses are read back from: the dataset file by byte range, or a copy inside the part. */
  readonly texted: 'source' | 'copy';
}

/** One row a response, one text a distinct response string. */
export interface PartColumns {
  /** Record of each row, counted from the part's start. */
  readonly record: Uint32Array;
  /** 1-based line, counted from the part's start; 0 where there is none. */
  readonly line: Uint32Array;
  readonly offset: Float64Array;
  readonly bytes: Uint32Array;
  /** Which response of its record it is. */
  readonly ordinal: Uint16Array;
  /** Its text. */
  readonly text: Uint32Array;
  /** Prints of text i: [start[i], start[i + 1]). */
  readonly start: Uint32Array;
  readonly prints: Uint16Array;
  /** Hash of each text's string, and one that its normalised equals share. */
  readonly textKey: Float64Array;
  readonly tokenKey: Float64Array;
  /** Hash of each row's prompt as it stands, without white space around it. */
  readonly promptHash: Float64Array;
  /** Hash of each row's normalised prompt; empty unless asked for. */
  readonly promptKey: Float64Array;
  /** The copy of the responses: compressed blocks, where each begins, and its first row. */
  readonly copy: Uint8Array;
  readonly copyStart: Float64Array;
  readonly copyRow: Uint32Array;
}

/** A part of which some columns were read. */
export interface SomeColumns<N extends keyof PartColumns> {
  readonly meta: PartMeta;
  readonly columns: Pick<PartColumns, N>;
}

export type Part = SomeColumns<keyof PartColumns>;
