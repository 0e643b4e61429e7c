/** Lines that need no pass of the normalisation are read where they lie. */
import { FIRST_ALONE, LAST_ALONE, NOT_PLAIN, plainTable, UNIT } from './plain.js';
import { FIRST_HASH, hashOf, nextHash } from './tokenHash.js';
import type { TokenList } from './tokens.js';

const FOLDED = plainTable(true);
const UNFOLDED = plainTable(false);

/** By ASCII code unit what it is in code: part of a word, white space, or 0, a token by itself. */
const IN_CODE = new Uint8Array(0x80);
const NAME = 1;
const BLANK = 2;
for (const code of [9, 10, 11, 12, 13, 32]) IN_CODE[code] = BLANK;
for (let code = 0; code < 0x80; code++) if (/\w/.test(String.fromCharCode(code))) IN_CODE[code] = NAME;

/** What gives tokens their numbers: a vocabulary, or a hash. */
export interface Interner {
  /** The number of the token in `codes` [from, to), whose hash is known; equal tokens have equal numbers. */
  intern(codes: Uint16Array, from: number, to: number, hash: number): number;
}

/**
 * Adds the words of a line of prose in `codes` [from, to), which what stands at `to` ends, and the characters that are
 * words by themselves; folds letters where they lie. False at the first word that has a character which is not plain, or
 * letters of two scripts.
 */
export function readProse(
  codes: Uint16Array,
  from: number,
  to: number,
  fold: boolean,
  vocabulary: Interner,
  list: TokenList,
): boolean {
  const table = fold ? FOLDED : UNFOLDED;
  let start = from;
  let hash = FIRST_HASH;
  let seen = 0;
  // One loop, whose only branch that cannot be foreseen is the end of a word.
  for (let at = from; at <= to; at++) {
    const letter = table[codes[at]!]!;
    if (letter !== 0) {
      codes[at] = letter;
      hash = nextHash(hash, letter & UNIT);
      seen |= letter;
      continue;
    }
    if (seen >= NOT_PLAIN) return false;
    if (at > start) list.push(vocabulary.intern(codes, start, at, hash), start, at, 2);
    const code = codes[at]!;
    if (code >= FIRST_ALONE && code <= LAST_ALONE) {
      list.push(vocabulary.intern(codes, at, at + 1, nextHash(FIRST_HASH, code)), at, at + 1, 1);
      list.plain = false;
    }
    start = at + 1;
    hash = FIRST_HASH;
    seen = 0;
  }
  return true;
}

/** Adds the names, numbers and signs of a line of code in `codes` [from, to). False at the first sign beyond ASCII. */
export function readCode(
  codes: Uint16Array,
  from: number,
  to: number,
  vocabulary: Interner,
  list: TokenList,
): boolean {
  list.plain = false;
  for (let at = from; at < to;) {
    const start = at;
    if (codes[at]! >= 0x80) return false;
    const kind = IN_CODE[codes[at++]!]!;
    if (kind === BLANK) continue;
    if (kind === NAME) while (at < to && codes[at]! < 0x80 && IN_CODE[codes[at]!] === NAME) at++;
    list.push(vocabulary.intern(codes, start, at, hashOf(codes, start, at)), start, at, 2);
  }
  return true;
}
