/** Lists of seeds, as texts give them and tables are made of them. */

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

/** The list of the first `count` hashes with their tokens, in which those of a part keep their order. */
export function seedList(hashes: Uint32Array, tokens: Uint32Array, count = hashes.length): SeedList {
  const shift = 32 - PART_BITS;
  const bounds = new Uint32Array(PARTS + 1);
  for (let at = 0; at < count; at++) bounds[(hashes[at]! >>> shift) + 1]!++;
  for (let part = 0; part < PARTS; part++) bounds[part + 1]! += bounds[part]!;
  const next = bounds.slice(0, -1);
  const list = { hashes: new Uint32Array(count), tokens: new Uint32Array(count), bounds };
  for (let at = 0; at < count; at++) {
    const place = next[hashes[at]! >>> shift]!++;
    list.hashes[place] = hashes[at]!;
    list.tokens[place] = tokens[at]!;
  }
  return list;
}
