/**
 * Looks many hashes up in a seed table at once. Each step goes through all hashes before the next one does, so that the
 * processor waits for memory many times at once instead of one time after the other.
 */
import { hasBits, tagOf, wordOf, type SeedTable } from './seedTable.js';
import { widened } from './widened.js';

/** Entries that are found at once: where an original shares a passage with every text of a block, each of its seeds has as many. */
const ENOUGH = 1 << 20;

export class Lookup {
  /** Entries found: `tokens` and `offered` [0, count). */
  count = 0;
  tokens = new Uint32Array(4096);
  /** The number of the hash that each was found by. */
  offered = new Uint32Array(4096);
  private passed = new Uint32Array(4096);
  private starts = new Uint32Array(4096);
  private ends = new Uint32Array(4096);
  /** Kept so that the prefetching of entries is not optimised away. */
  prefetched = 0;

  /**
   * Finds the entries of hashes [from, to), in their order, and those of others that the table does not tell apart. From
   * hash `least` on it ends early once it has found more than enough; returns the hash that it ended before.
   */
  find(table: SeedTable, hashes: Uint32Array, from: number, to: number, least = to): number {
    this.count = 0;
    const passing = this.filter(table, hashes, from, to);
    if (passing > this.starts.length) {
      this.starts = new Uint32Array(2 * passing);
      this.ends = new Uint32Array(2 * passing);
    }
    const { passed, starts, ends } = this;
    const { buckets, entries, tags, shift } = table;
    for (let at = 0; at < passing; at++) {
      const bucket = hashes[passed[at]!]! >>> shift;
      starts[at] = buckets[bucket]!;
      ends[at] = buckets[bucket + 1]!;
    }
    this.prefetched = prefetch(entries, starts, passing);
    for (let at = 0; at < passing; at++) {
      const number = passed[at]!;
      if (this.count > ENOUGH && number >= least) return number;
      const tag = tagOf(hashes[number]!, shift, tags);
      const end = ends[at]!;
      for (let place = starts[at]!; place < end; place++) {
        const entry = entries[place]!;
        if (((entry ^ tag) & tags) === 0) this.add(entry & ~tags, number);
      }
    }
    return to;
  }

  /** Numbers of the hashes that the table may hold, ascending, into `passed`; returns how many. */
  private filter({ filter, filterShift }: SeedTable, hashes: Uint32Array, from: number, to: number): number {
    if (to > this.passed.length) this.passed = new Uint32Array(2 * to);
    const { passed } = this;
    let passing = 0;
    for (let at = from; at < to; at++) {
      const hash = hashes[at]!;
      if (hasBits(filter[wordOf(hash, filterShift)]!, hash) !== 0) passed[passing++] = at;
    }
    return passing;
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

/** Brings the first entry of each bucket into the cache: the loop that compares entries branches, and would wait for each. */
function prefetch(entries: Uint32Array, starts: Uint32Array, count: number): number {
  const last = entries.length - 1;
  let all = 0;
  for (let at = 0; at < count; at++) all ^= entries[Math.min(starts[at]!, last)]!;
  return all;
}
