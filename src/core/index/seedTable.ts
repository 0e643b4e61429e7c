/** Where seeds stand in the block: found by hash, in shared memory, so that several threads probe the same table. */
import type { SeedList } from './openedSeeds.js';
import type { SharedMemory } from './sharedMemory.js';

/**
 * Entries lie in the order of their hashes' upper bits, `buckets[bucket]` is where a bucket begins. A filter (Bloom
 * 1970, both bits of a hash in one word) turns most seeds of originals away; it is split by the class of the hash, since
 * seeds of the classes that only short texts keep are so few that their filter stays in the processor's nearest cache.
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
  /** Per class: where its filter begins, in words, and how far a hash is shifted for its bit. */
  readonly filterStart: Uint32Array;
  readonly filterShift: Uint32Array;
}

/** Classes of hashes, a power of two. */
export const CLASSES = 4;
/** Bits of a tag; buckets are told apart by at least as many. */
const TAG = 16;
/** Bits of a filter for each hash in it, of which each sets two in one word. */
const BITS = 8;
const MOST_BITS = 26;

/** The class of a hash, 0 … 3. */
function classOf(hash: number): number {
  return hash & (CLASSES - 1);
}

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
  return { tokens, tags, buckets, shift, ...makeFilters(lists, words) };
}

function makeFilters(
  lists: readonly SeedList[],
  memory: (part: string, words: number) => Uint32Array<SharedArrayBuffer>,
): Pick<SeedTable, 'filter' | 'filterStart' | 'filterShift'> {
  const sizes = new Uint32Array(CLASSES);
  for (const { hashes } of lists) for (let at = 0; at < hashes.length; at++) sizes[classOf(hashes[at]!)]!++;
  const bits = Array.from(sizes, (size) =>
    Math.min(MOST_BITS, Math.max(6, Math.ceil(Math.log2(BITS * size + 1)))),
  );
  const filterShift = Uint32Array.from(bits, (one) => 37 - one);
  const filterStart = new Uint32Array(CLASSES);
  let words = 0;
  bits.forEach((one, kind) => {
    filterStart[kind] = words;
    words += 2 ** (one - 5);
  });
  const filter = new Int32Array(memory('filter', words).buffer, 0, words);
  for (const { hashes } of lists) {
    for (let at = 0; at < hashes.length; at++) {
      const hash = hashes[at]!;
      const kind = classOf(hash);
      filter[filterStart[kind]! + (hash >>> filterShift[kind]!)]! |= bitsOf(hash);
    }
  }
  return { filter, filterStart, filterShift };
}

/** The two bits of a hash in its word of the filter, as a signed number; free of the bits that choose the word. */
export function bitsOf(hash: number): number {
  return (1 << ((hash >>> 2) & 31)) | (1 << ((hash >>> 7) & 31));
}

/** 1 if the word of a filter has both bits of the hash, else 0; the same two as `bitsOf`, without a mask. */
export function hasBits(word: number, hash: number): number {
  return (word >>> (hash >>> 2)) & (word >>> (hash >>> 7)) & 1;
}
