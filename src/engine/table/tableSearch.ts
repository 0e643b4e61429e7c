/** A search through all records of a table, streaming, from the place where the reader is. */
import { isBroken } from '../../io/dataset/item.js';
import { throwIfCancelled } from '../../shared/failure.js';
import type { CallContext } from '../../shared/rpc.js';
import type { SearchProgress, SearchRequest, SearchResult } from '../../shared/tableCalls.js';
import { Needle } from './needle.js';
import type { OpenTable } from './openTables.js';

/** Found records are kept up to this many: more than a person steps through. */
const MOST = 100_000;
/** Milliseconds between two reports. */
const REPORT = 100;

/** Reports the records that hold the text; throws Failure: 'cancelled', and what `Table.walk` throws. */
export async function tableSearch(
  { table }: OpenTable,
  { text, matchCase, from }: SearchRequest,
  { signal, progress }: CallContext<SearchProgress>,
): Promise<SearchResult> {
  const needle = new Needle({ text, matchCase });
  const { format, bytes: total } = table.layout;
  const skips = (bytes: Buffer): boolean => needle.skips(bytes, format);
  let hits = 0;
  let found: number[] = [];
  let done = 0;
  let reported = performance.now();
  const report = (): void => {
    progress({ found, done, total });
    found = [];
    reported = performance.now();
  };
  for (const [first, end] of [[from, Infinity] as const, [0, from] as const]) {
    for await (const { items, bytes } of table.walk(first, end, skips)) {
      throwIfCancelled(signal);
      for (const item of items) {
        if (item.record === undefined || isBroken(item) || !needle.inValue(item.value)) continue;
        found.push(item.record);
        if (++hits === MOST) {
          report();
          return { hits, capped: true };
        }
      }
      done = Math.min(total, done + bytes);
      // The first hit is told at once.
      if ((hits === found.length && hits > 0) || performance.now() - reported >= REPORT) report();
    }
  }
  report();
  return { hits, capped: false };
}
