/** Where seeds stand in the block: found by hash, in shared memory, so that several threads probe the same table. */
import type { SeedList } from './openedSeeds.js';
import type { SharedMemory } from './sharedMemory.js';

/**
 * Entries lie in the order of their hashes' upper bits, `buckets[bucket]` is where a bucket begins. A filter (Bloom
 * 1970, both bits of a hash in one word) turns most seeds of originals away.
 */
export interface SeedTable {
  /** Token of each entry. */
  readonly tokens: Uint32Array;
  /** Lower half of each entry's hash; the bucket says the upper half. */
  readonly tags: Uint16Array;
  readonly buckets: Uint32Array;
  /** The bucket of a hash is `hash >>> shift`. */
  readonly shift: number;
  readonly filter: Int32Array;
  /** The word of a hash is `hash >>> filterShift`. */
  readonly filterShift: number;
}

/** Bits of a tag; buckets are told apart by at least as many. */
const TAG = 16;
/** Bits of a filter for each hash in it, of which each sets two in one word. */
const BITS = 8;
const MOST_BITS = 27;

/**
 * The table of all entries of the lists, in memory of this name; the tokens of list i count from `firsts[i]`. Equal
 * hashes keep their order.
 */
export function makeSeedTable(
  lists: readonly SeedList[],
  firsts: readonly number[],
  memory: SharedMemory,
  name: string,
): SeedTable {
  const count = lists.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const bits = Math.max(TAG, Math.ceil(Math.log2(count + 1)) - 2);
  const shift = 32 - bits;
  const words = (part: string, length: number) =>
    new Uint32Array(memory.of(`${name} ${part}`, 4 * length), 0, length);
  const buckets = words('buckets', 2 ** bits + 1);
  for (const { hashes } of lists)
    for (let at = 0; at < hashes.length; at++) buckets[(hashes[at]! >>> shift) + 1]!++;
  for (let bucket = 0; bucket < 2 ** bits; bucket++) buckets[bucket + 1]! += buckets[bucket]!;
  const next = buckets.slice(0, -1);
  const tokens = words('tokens', count);
  const tags = new Uint16Array(memory.of(`${name} tags`, 2 * count), 0, count);
  lists.forEach((own, list) => {
    const first = firsts[list]!;
    for (let at = 0; at < own.hashes.length; at++) {
      const hash = own.hashes[at]!;
      const place = next[hash >>> shift]!++;
      tags[place] = hash;
      tokens[place] = first + own.tokens[at]!;
    }
  });
  return { tokens, tags, buckets, shift, ...makeFilter(lists, count, words) };
}

function makeFilter(
  lists: readonly SeedList[],
  count: number,
  memory: (part: string, words: number) => Uint32Array<SharedArrayBuffer>,
): Pick<SeedTable, 'filter' | 'filterShift'> {
  const bits = Math.min(MOST_BITS, Math.max(6, Math.ceil(Math.log2(BITS * count + 1))));
  const words = 2 ** (bits - 5);
  const filter = new Int32Array(memory('filter', words).buffer, 0, words);
  const filterShift = 37 - bits;
  for (const { hashes } of lists)
    for (let at = 0; at < hashes.length; at++) {
      const hash = hashes[at]!;
      filter[hash >>> filterShift]! |= bitsOf(hash);
    }
  return { filter, filterShift };
}

/** The two bits of a hash in its word of the filter, as a signed number; of a product, since the hash's upper bits choose the word. */
export function bitsOf(hash: number): number {
  const bits = Math.imul(hash, 0x9e3779b1);
  return (1 << (bits >>> 27)) | (1 << ((bits >>> 22) & 31));
}

/** 1 if the word of a filter has both bits of the hash, else 0; the same two as `bitsOf`, without a mask. */
export function hasBits(word: number, hash: number): number {
  const bits = Math.imul(hash, 0x9e3779b1);
  return (word >>> (bits >>> 27)) & (word >>> (bits >>> 22)) & 1;
}
