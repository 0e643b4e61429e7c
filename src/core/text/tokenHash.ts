/** A 32-bit hash of a token, made letter by letter while the token is read. */

/** The hash of no letters. */
export const FIRST_HASH = 0x2545f491;

/** The hash with one more letter (UTF-16 code unit). */
export function nextHash(hash: number, code: number): number {
  const mixed = Math.imul(hash ^ code, 0x5bd1e995);
  return mixed ^ (mixed >>> 15);
}

/** The hash of the letters in `codes` [from, to). */
export function hashOf(codes: Uint16Array, from: number, to: number): number {
  let hash = FIRST_HASH;
  for (let at = from; at < to; at++) hash = nextHash(hash, codes[at]!);
  return hash;
}
