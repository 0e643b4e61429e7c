/** Where seeds stand in the block: found by hash, in shared memory, so that several threads probe the same table. */
import { widened } from './widened.js';

/**
 * Entries lie in the order of their hashes' upper bits, `buckets[bucket]` is where a bucket begins. A filter (Bloom
 * 1970, both bits of a hash in one word) turns most seeds of originals away; it is split by the class of the hash, since
 * seeds of the classes that only short texts keep are so few that their filter stays in the processor's nearest cache.
 */
export interface SeedTable {
  /** Hash and token of each entry, by turns. */
  readonly entries: Uint32Array;
  readonly buckets: Uint32Array;
  /** The bucket of a hash is `hash >>> shift`. */
  readonly shift: number;
  readonly filter: Int32Array;
  /** Per class: where its filter begins, in words, and how far a hash is shifted for its bit. */
  readonly filterStart: Uint32Array;
  readonly filterShift: Uint32Array;
}

/** Classes of hashes, a power of two. */
export const CLASSES = 4;
/** Bits of a filter for each hash in it, of which each sets two in one word. */
const BITS = 8;
const MOST_BITS = 25;

/** The class of a hash, 0 … 3. */
function classOf(hash: number): number {
  return hash & (CLASSES - 1);
}

/** Gathers entries and makes the table of them. */
export class SeedTableBuilder {
  private hashes = new Uint32Array(1 << 14);
  private tokens = new Uint32Array(1 << 14);
  private count = 0;

  add(hash: number, token: number): void {
    if (this.count === this.hashes.length) {
      this.hashes = widened(this.hashes);
      this.tokens = widened(this.tokens);
    }
    this.hashes[this.count] = hash;
    this.tokens[this.count++] = token;
  }

  finish(): SeedTable {
    const { hashes, tokens, count } = this;
    const bits = Math.max(6, Math.ceil(Math.log2(count + 1)));
    const shift = 32 - bits;
    const buckets = shared(2 ** bits + 1);
    for (let at = 0; at < count; at++) buckets[(hashes[at]! >>> shift) + 1]!++;
    for (let bucket = 0; bucket < 2 ** bits; bucket++) buckets[bucket + 1]! += buckets[bucket]!;
    const next = buckets.slice(0, -1);
    const entries = shared(2 * count);
    for (let at = 0; at < count; at++) {
      const place = 2 * next[hashes[at]! >>> shift]!++;
      entries[place] = hashes[at]!;
      entries[place + 1] = tokens[at]!;
    }
    return { entries, buckets, shift, ...this.filters() };
  }

  private filters(): Pick<SeedTable, 'filter' | 'filterStart' | 'filterShift'> {
    const { hashes, count } = this;
    const sizes = new Array<number>(CLASSES).fill(0);
    for (let at = 0; at < count; at++) sizes[classOf(hashes[at]!)]!++;
    const bits = sizes.map((size) => Math.min(MOST_BITS, Math.max(6, Math.ceil(Math.log2(BITS * size + 1)))));
    const filterShift = Uint32Array.from(bits, (one) => 37 - one);
    const filterStart = new Uint32Array(CLASSES);
    let words = 0;
    bits.forEach((one, kind) => {
      filterStart[kind] = words;
      words += 2 ** (one - 5);
    });
    const filter = new Int32Array(new SharedArrayBuffer(4 * words));
    for (let at = 0; at < count; at++) {
      const hash = hashes[at]!;
      filter[filterStart[classOf(hash)]! + (hash >>> filterShift[classOf(hash)]!)]! |= bitsOf(hash);
    }
    return { filter, filterStart, filterShift };
  }
}

/** The two bits of a hash in its word of the filter, as a signed number; free of the bits that choose the word. */
export function bitsOf(hash: number): number {
  return (1 << ((hash >>> 2) & 31)) | (1 << ((hash >>> 7) & 31));
}

function shared(words: number): Uint32Array<SharedArrayBuffer> {
  return new Uint32Array(new SharedArrayBuffer(4 * words));
}
