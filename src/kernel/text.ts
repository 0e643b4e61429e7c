// A text that is cut into tokens, as `core/text/textReader.ts` holds it.
import { wordAt } from './words';

@unmanaged
export class Text {
  /** UTF-16 code units, all or as many as are held. */
  codes: usize;
  length: u32;
  /** Where in the text they begin. */
  base: u32;
  /** What `plainTable` of `core/text/plain.ts` says of each code unit. */
  table: usize;
  /** The bit that makes an ASCII letter a small one, or 0. */
  fold: u32;
  /** By unit: the letter as it is compared, the character that is a word by itself, or 0. */
  letters: usize;
  /** Bits of the units that are letters or digits of words, and of those that are words by themselves. */
  inWord: usize;
  alone: usize;
  /** By 16 units: 1 if one is beyond ASCII. */
  beyond: usize;
  /** By unit that ends a token: the token's hash (`core/text/tokenHash.ts`). */
  hashes: usize;
}

/** Tokens of a text (`core/text/tokenList.ts`). */
@unmanaged
export class Tokens {
  /** Their hashes, until a vocabulary gives them numbers. */
  ids: usize;
  starts: usize;
  ends: usize;
  halves: usize;
}

export const FIRST_HASH: u32 = 0x2545f491;
export const FACTOR: u32 = 0x5bd1e995;

/** Of the code units from here … */
export const FIRST_ALONE: u32 = 0x3041;
/** … to here those that the table says 0 of are words by themselves. */
export const LAST_ALONE: u32 = 0x9fff;

export function codeAt(codes: usize, at: u32): u32 {
  return load<u16>(codes + ((<usize>at) << 1));
}

/** The hash with one more letter. */
export function nextHash(hash: u32, letter: u32): u32 {
  const bits = (hash ^ letter) * FACTOR;
  return bits ^ (bits >> 15);
}

/** Bit `at` of a column of bits. */
export function bitAt(bits: usize, at: u32): u32 {
  return (wordAt(bits, at >> 5) >> (at & 31)) & 1;
}
