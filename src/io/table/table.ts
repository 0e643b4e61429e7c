/** A dataset file as a table: its records by their number, a few at a time, whatever its size. */
import type { TableSize } from '../../shared/tableCalls.js';
import type { Item } from '../dataset/item.js';
import type { Layout } from '../dataset/probe.js';

/** Records one after the other, for a search. */
export interface Stretch {
  /** Broken ones included; only those from the wanted record on. */
  readonly items: readonly Item[];
  /** Bytes on disk that these take, of `TableSize.bytes`. */
  readonly bytes: number;
}

export interface Table {
  readonly layout: Layout;
  /** How many records are known, and how far the count is. */
  readonly size: TableSize;
  /** What had to be done to read the file, in words. */
  readonly notes: readonly string[];
  /**
   * Resolves when the count has gone on since `known` or is done; rejects with Failure('input') if the file
   * cannot be read on.
   */
  counted(known: TableSize): Promise<TableSize>;
  /**
   * The records from `first` on, at most `count`, fewer at the end; waits until the count has come so far.
   * Throws Failure('input') if they cannot be read, 'cancelled' once the table is closed.
   */
  items(first: number, count: number): Promise<Item[]>;
  /**
   * All records from `first` up to `end` (exclusive), in stretches. A stretch whose uncompressed bytes `skip`
   * accepts is passed over undecoded, with no items.
   */
  walk(first: number, end: number, skip: (bytes: Buffer) => boolean): AsyncGenerator<Stretch>;
  /** True if the file on disk is no longer the one that was opened. */
  changed(): Promise<boolean>;
  /** Stops the count and closes the file. */
  close(): Promise<void>;
}
