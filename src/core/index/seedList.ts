/** Lists of seeds, as texts give them and tables are made of them. */
import type { Kernel } from '../kernel/kernel.js';

/** The upper bits of a hash that tell its part: what a table has for one part of all hashes, the processor's cache holds. */
export const PART_BITS = 6;
export const PARTS = 2 ** PART_BITS;

/** Hashes in the order of their parts, and the token that each begins at. */
export interface SeedList {
  readonly hashes: Uint32Array;
  readonly tokens: Uint32Array;
  /** Those of part p are [bounds[p], bounds[p + 1]). */
  readonly bounds: Uint32Array;
}

/** Bits of a hash below those that tell its part. */
const SHIFT = 32 - PART_BITS;

/** The list of the first `count` hashes with their tokens, in which those of a part keep their order. */
export function seedList(hashes: Uint32Array, tokens: Uint32Array, count = hashes.length): SeedList {
  const bounds = new Uint32Array(PARTS + 1);
  for (let at = 0; at < count; at++) bounds[(hashes[at]! >>> SHIFT) + 1]!++;
  for (let part = 0; part < PARTS; part++) bounds[part + 1]! += bounds[part]!;
  const next = bounds.slice(0, -1);
  const list = { hashes: new Uint32Array(count), tokens: new Uint32Array(count), bounds };
  for (let at = 0; at < count; at++) {
    const place = next[hashes[at]! >>> SHIFT]!++;
    list.hashes[place] = hashes[at]!;
    list.tokens[place] = tokens[at]!;
  }
  return list;
}

/** The same of columns in the kernel's memory; the list is not. */
export function partedList(
  { memory, run }: Kernel,
  hashes: Uint32Array,
  tokens: Uint32Array,
  count: number,
): SeedList {
  const bounds = memory.words('parted bounds', PARTS + 2);
  const [toHashes, toTokens] = [
    memory.grownWords('parted hashes', count, 0),
    memory.grownWords('parted tokens', count, 0),
  ];
  const to = [bounds.byteOffset, toHashes.byteOffset, toTokens.byteOffset] as const;
  run.partSeeds(hashes.byteOffset, tokens.byteOffset, count, SHIFT, ...to);
  return { hashes: toHashes.slice(), tokens: toTokens.slice(), bounds: bounds.slice(0, PARTS + 1) };
}
