/**
 * Sends hashes through the filter of a seed table. Where the filter is larger than the processor's nearest caches, the
 * hashes are first put in the order of the stretches of the filter that they look at (radix partitioning, as in a
 * partitioned hash join: Shatdal, Kant and Naughton 1994), so that each stretch is read while it is near.
 */
import { bitsOf, CLASSES, type SeedTable } from './seedTable.js';

/** Words of a stretch, as a power of two: 128 kB. */
const STRETCH = 15;
/** Bits of a hash that choose its bits in a word, and the most words that fit beside them. */
const CHOICE = 10;

export class FilterPass {
  /** Numbers of the hashes that passed, ascending; as many as {@link pass} says. */
  passed = new Uint32Array(4096);
  private flags = new Uint8Array(4096);
  /** Word and choice of bits of each hash, and the hash's number: by stretch. */
  private looks = new Uint32Array(4096);
  private numbers = new Uint32Array(4096);
  private words = new Uint32Array(4096);
  private readonly counts = new Uint32Array((1 << (32 - CHOICE - STRETCH)) + 1);

  /** Passes hashes [0, count); returns how many the table may hold. */
  pass(table: SeedTable, hashes: Uint32Array, count: number): number {
    if (count > this.flags.length) {
      this.passed = new Uint32Array(2 * count);
      this.flags = new Uint8Array(2 * count);
      this.looks = new Uint32Array(2 * count);
      this.numbers = new Uint32Array(2 * count);
      this.words = new Uint32Array(2 * count);
    }
    if (table.filter.length <= 1 << STRETCH || count < 1 << 12)
      return this.passDirectly(table, hashes, count);
    this.partition(table, hashes, count);
    this.look(table.filter, count);
    return this.collect(count);
  }

  private passDirectly(
    { filter, filterStart, filterShift }: SeedTable,
    hashes: Uint32Array,
    count: number,
  ): number {
    const { passed } = this;
    let passing = 0;
    for (let at = 0; at < count; at++) {
      const hash = hashes[at]!;
      const kind = hash & (CLASSES - 1);
      const bits = bitsOf(hash);
      passed[passing] = at;
      passing += (filter[filterStart[kind]! + (hash >>> filterShift[kind]!)]! & bits) === bits ? 1 : 0;
    }
    return passing;
  }

  private partition({ filterStart, filterShift }: SeedTable, hashes: Uint32Array, count: number): void {
    const { words, counts, looks, numbers } = this;
    counts.fill(0);
    for (let at = 0; at < count; at++) {
      const hash = hashes[at]!;
      const kind = hash & (CLASSES - 1);
      const word = filterStart[kind]! + (hash >>> filterShift[kind]!);
      words[at] = word;
      counts[(word >>> STRETCH) + 1]!++;
    }
    for (let stretch = 1; stretch < counts.length; stretch++) counts[stretch]! += counts[stretch - 1]!;
    for (let at = 0; at < count; at++) {
      const word = words[at]!;
      const place = counts[word >>> STRETCH]!++;
      looks[place] = (word << CHOICE) | ((hashes[at]! >>> 2) & ((1 << CHOICE) - 1));
      numbers[place] = at;
    }
  }

  private look(filter: Int32Array, count: number): void {
    const { looks, numbers, flags } = this;
    for (let place = 0; place < count; place++) {
      const one = looks[place]!;
      const bits = bitsOf(one << 2);
      flags[numbers[place]!] = (filter[one >>> CHOICE]! & bits) === bits ? 1 : 0;
    }
  }

  private collect(count: number): number {
    const { flags, passed } = this;
    let passing = 0;
    for (let at = 0; at < count; at++) {
      passed[passing] = at;
      passing += flags[at]!;
    }
    return passing;
  }
}
