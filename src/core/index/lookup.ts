/**
 * Looks many hashes up in a seed table at once. Each step goes through all hashes before the next one does, without
 * branches, so that the processor waits for memory many times at once instead of one time after the other.
 */
import { FilterPass } from './filterPass.js';
import type { SeedTable } from './seedTable.js';
import { widened } from './widened.js';

export class Lookup {
  /** Entries found: `tokens` and `offered` [0, count). */
  count = 0;
  tokens = new Uint32Array(4096);
  /** The number of the hash that each was found by. */
  offered = new Uint32Array(4096);
  private readonly filter = new FilterPass();
  private starts = new Uint32Array(4096);
  private ends = new Uint32Array(4096);

  /** Finds the entries of hashes [0, count), in their order. */
  find(table: SeedTable, hashes: Uint32Array, count: number): void {
    this.count = 0;
    const passing = this.filter.pass(table, hashes, count);
    const { passed } = this.filter;
    if (passing > this.starts.length) {
      this.starts = new Uint32Array(2 * passing);
      this.ends = new Uint32Array(2 * passing);
    }
    const { starts, ends } = this;
    const { buckets, entries, shift } = table;
    for (let at = 0; at < passing; at++) {
      const bucket = hashes[passed[at]!]! >>> shift;
      starts[at] = buckets[bucket]!;
      ends[at] = buckets[bucket + 1]!;
    }
    for (let at = 0; at < passing; at++) {
      const number = passed[at]!;
      const hash = hashes[number]!;
      const end = 2 * ends[at]!;
      for (let entry = 2 * starts[at]!; entry < end; entry += 2)
        if (entries[entry] === hash) this.add(entries[entry + 1]!, number);
    }
  }

  private add(token: number, number: number): void {
    if (this.count === this.tokens.length) {
      this.tokens = widened(this.tokens);
      this.offered = widened(this.offered);
    }
    this.tokens[this.count] = token;
    this.offered[this.count++] = number;
  }
}
