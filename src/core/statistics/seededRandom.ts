/**
 * Random numbers in [0, 1) that depend on the seed alone, so that a bootstrap gives the same interval on every
 * machine: a Weyl sequence through the 32-bit finaliser of MurmurHash3 (A. Appleby, public domain).
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}
