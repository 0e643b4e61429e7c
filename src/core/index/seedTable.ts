/** Where seeds stand in the block: found by hash, in shared memory, so that several threads probe the same table. */
import { PART_BITS, PARTS, type SeedList } from './seedList.js';
import type { LinearMemory } from '../kernel/linearMemory.js';

/**
 * Entries lie in the order of their hashes' upper bits, `buckets[bucket]` is where a bucket begins. A filter (Bloom
 * 1970, both bits of a hash in one word) turns most seeds of originals away. Hashes are told apart by at least so many
 * upper bits as `TOLD` says: both parts of an entry in one word are one wait for memory, not two.
 */
export interface SeedTable {
  /** Of each entry its token, and above it the bits of its hash that follow those of its bucket. */
  readonly entries: Uint32Array;
  /** The bits of an entry that are its hash's. */
  readonly tags: number;
  readonly buckets: Uint32Array;
  /** The bucket of a hash is `hash >>> shift`. */
  readonly shift: number;
  /** Lines of sixteen words, which a processor fetches at once. */
  readonly filter: Uint32Array;
  /** The line of a hash is `hash >>> filterShift`. */
  readonly filterShift: number;
}

/** Upper bits of a hash that tell entries apart, at least. */
export const TOLD = 28;
const FEWEST_BUCKET_BITS = 16;
/** Bits of a filter for each hash in it, of which each sets two in one word. */
const BITS = 8;
const LEAST_BITS = 10;
const MOST_BITS = 27;

/**
 * The table of all entries of the lists, in memory of this name; the tokens of list i count from `firsts[i]`, and
 * all are below `tokens`. Equal hashes keep their order.
 */
export function makeSeedTable(
  lists: readonly SeedList[],
  firsts: readonly number[],
  tokens: number,
  memory: LinearMemory,
  name: string,
): SeedTable {
  const count = lists.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const tokenBits = Math.ceil(Math.log2(tokens + 2));
  const tags = -(2 ** tokenBits) | 0;
  const tagBits = 32 - tokenBits;
  const bits = Math.max(FEWEST_BUCKET_BITS, TOLD - tagBits, Math.ceil(Math.log2(count + 1)) - 2);
  const shift = 32 - bits;
  const words = (part: string, length: number) => memory.words(`${name} ${part}`, length);
  // One more: while a part is put in, bucket b is counted at b + 2 and filled from what stands at b + 1.
  const buckets = words('buckets', 2 ** bits + 2);
  const table = {
    ...{ entries: words('entries', count), tags, buckets, shift },
    ...emptyFilter(count, words),
  };
  let placed = 0;
  for (let part = 0; part < PARTS; part++) {
    const from = part << (bits - PART_BITS);
    placed = placeBuckets(table, lists, part, from, from + 2 ** (bits - PART_BITS), placed);
    lists.forEach((list, number) => fill(table, list, part, firsts[number]!));
  }
  return table;
}

/** Counts the hashes of a part, whose buckets are [from, to) and begin at entry `placed`; returns where they end. */
function placeBuckets(
  { buckets, shift }: SeedTable,
  lists: readonly SeedList[],
  part: number,
  from: number,
  to: number,
  placed: number,
): number {
  for (const { hashes, bounds } of lists) {
    const end = bounds[part + 1]!;
    for (let at = bounds[part]!; at < end; at++) buckets[(hashes[at]! >>> shift) + 2]!++;
  }
  let next = placed;
  for (let bucket = from; bucket < to; bucket++) {
    const counted = buckets[bucket + 2]!;
    buckets[bucket + 1] = next;
    next += counted;
  }
  return next;
}

/** Puts the hashes that a list has of a part into their buckets and the filter. */
function fill(
  { entries, tags, buckets, shift, filter, filterShift }: SeedTable,
  { hashes, tokens, bounds }: SeedList,
  part: number,
  first: number,
): void {
  const end = bounds[part + 1]!;
  for (let at = bounds[part]!; at < end; at++) {
    const hash = hashes[at]!;
    const place = buckets[(hash >>> shift) + 1]!++;
    entries[place] = tagOf(hash, shift, tags) | (first + tokens[at]!);
    filter[wordOf(hash, filterShift)]! |= bitsOf(hash);
  }
}

/** What the entries of a hash have above their token. */
export function tagOf(hash: number, shift: number, tags: number): number {
  return (hash << (32 - shift)) & tags;
}

function emptyFilter(
  count: number,
  memory: (part: string, words: number) => Uint32Array,
): Pick<SeedTable, 'filter' | 'filterShift'> {
  const bits = filterBits(BITS * count, LEAST_BITS, MOST_BITS);
  const words = 2 ** (bits - 5);
  return { filter: memory('filter', words), filterShift: 41 - bits };
}

/** The power of two that the bits of a filter are rounded up to, within these bounds. */
export function filterBits(bits: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.ceil(Math.log2(bits + 1))));
}

/** The word of a hash: upper bits choose its line, lower ones the word in it, so that seeds of one run have one line. */
export function wordOf(hash: number, filterShift: number): number {
  return ((hash >>> filterShift) << 4) | ((hash >>> 1) & 15);
}

/** The two bits of a hash in its word of the filter, as a signed number; of a product, since the hash's upper bits choose the word. */
export function bitsOf(hash: number): number {
  const bits = Math.imul(hash, 0x9e3779b1);
  return (1 << (bits >>> 27)) | (1 << ((bits >>> 22) & 31));
}
