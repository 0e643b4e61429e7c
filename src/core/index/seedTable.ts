/** Where seeds stand in the block: found by hash, in shared memory, so that several threads probe the same table. */
import type { Kernel } from '../kernel/kernel.js';
import { PART_BITS, PARTS, type SeedList } from './seedList.js';

/**
 * Entries lie in the order of their hashes' upper bits: an entry is its token, and above it the bits of its hash that
 * follow those of its bucket. A filter (Bloom 1970, both bits of a hash in one word) turns most seeds of originals away.
 * Hashes are told apart by at least so many upper bits as `TOLD` says: both parts of an entry in one word are one wait
 * for memory, not two.
 */
export interface SeedTable {
  /** Where the kernels on its memory have it. */
  readonly address: number;
  /** Entries. */
  readonly length: number;
  /** Lines of sixteen words, which a processor fetches at once. */
  readonly filter: Uint32Array;
}

/** Upper bits of a hash that tell entries apart, at least. */
export const TOLD = 28;
const FEWEST_BUCKET_BITS = 16;
/** Bits of a filter for each hash in it, of which each sets two in one word. */
const BITS = 8;
const LEAST_BITS = 10;
const MOST_BITS = 27;

/**
 * The table of all entries of the lists, in the kernel's memory under this name; the tokens of list i count from
 * `firsts[i]`, and all are below `tokens`. Equal hashes keep their order.
 */
export function makeSeedTable(
  lists: readonly SeedList[],
  firsts: readonly number[],
  tokens: number,
  kernel: Kernel,
  name: string,
): SeedTable {
  const { memory, run } = kernel;
  const length = lists.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const tokenBits = Math.ceil(Math.log2(tokens + 2));
  const tagBits = 32 - tokenBits;
  const bits = Math.max(FEWEST_BUCKET_BITS, TOLD - tagBits, Math.ceil(Math.log2(length + 1)) - 2);
  const words = (part: string, count: number) => memory.words(`${name} ${part}`, count);
  const entries = memory.grownWords(`${name} entries`, length, 0);
  // `buckets[bucket]` is where a bucket begins. One more: while a part is put in, bucket b is counted at b + 2 and
  // filled from what stands at b + 1.
  const buckets = words('buckets', 2 ** bits + 2);
  const sizeBits = filterBits(BITS * length, LEAST_BITS, MOST_BITS);
  const filter = words('filter', 2 ** (sizeBits - 5));
  const table = words('table', 7);
  table.set([
    ...[entries.byteOffset, length, -(2 ** tokenBits), buckets.byteOffset, 32 - bits],
    ...[filter.byteOffset, 41 - sizeBits],
  ]);
  const address = table.byteOffset;
  /** Of a list what it has of a part, which the kernel's memory holds until the next one. */
  const columnOf = (column: 'hashes' | 'tokens', list: SeedList, part: number): number => {
    const own = list[column].subarray(list.bounds[part], list.bounds[part + 1]);
    return memory.copyOf(`list ${column}`, own);
  };
  const sizeOf = ({ bounds }: SeedList, part: number): number => bounds[part + 1]! - bounds[part]!;
  let placed = 0;
  for (let part = 0; part < PARTS; part++) {
    const from = part << (bits - PART_BITS);
    for (const list of lists) run.countSeeds(address, columnOf('hashes', list, part), sizeOf(list, part));
    placed = run.placeBuckets(address, from, from + 2 ** (bits - PART_BITS), placed);
    for (const [number, list] of lists.entries()) {
      const [hashes, own] = [columnOf('hashes', list, part), columnOf('tokens', list, part)];
      run.enterSeeds(address, hashes, own, sizeOf(list, part), firsts[number]!);
    }
  }
  return { address, length, filter };
}

/** The power of two that the bits of a filter are rounded up to, within these bounds. */
export function filterBits(bits: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.ceil(Math.log2(bits + 1))));
}
