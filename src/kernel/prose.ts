// The tokens of a line of prose, where the bits of its letters say that they begin and end.
import { bitAt, codeAt, Text, Tokens } from './text';
import { setWord, wordAt } from './words';

/** What the table says of Latin letters beside their units. With it, letters of two scripts have a bit in common … */
const LATIN: u32 = 0x1_0000;
/** … with characters that are not plain. */
const NOT_PLAIN: u32 = 0x4_0000;
/** Tokens that are added at once, so that their number is only guessed wrong where it is great. */
const TOGETHER: u32 = 4;

/**
 * Adds the tokens of units [from, to), before and after which no letter stands, to the `count` of the list, which has
 * room for as many tokens and a few more. Returns how many there are then, or −1 if a character is not plain or a word
 * has letters of two scripts.
 */
export function readProse(text: Text, tokens: Tokens, from: u32, to: u32, count: u32): i32 {
  if (!isPlain(text, from, to)) return -1;
  const base = text.base;
  let starts = count;
  let ends = count;
  // Whether the last unit before these 32 was one.
  let letter: u32 = 0;
  let lone: u32 = 0;
  const last = to >> 5;
  for (let at = from >> 5; at <= last; at++) {
    let mask: u32 = 0xffff_ffff;
    if (at === from >> 5) mask <<= from & 31;
    if (at === last) mask &= (1 << (to & 31)) - 1;
    const inWord = wordAt(text.inWord, at) & mask;
    const alone = wordAt(text.alone, at) & mask;
    const after = (inWord << 1) | letter;
    const begin = (inWord & ~after) | alone;
    const end = (after & ~inWord) | (alone << 1) | lone;
    setPlaces(tokens.starts, starts, begin, base + (at << 5));
    setPlaces(tokens.ends, ends, end, base + (at << 5));
    starts += popcnt(begin);
    ends += popcnt(end);
    letter = inWord >> 31;
    lone = alone >> 31;
  }
  for (let at = count; at < ends; at++) {
    setWord(tokens.ids, at, wordAt(text.hashes, wordAt(tokens.ends, at) - base - 1));
    store<u8>(tokens.halves + at, <u8>(2 - bitAt(text.alone, wordAt(tokens.starts, at) - base)));
  }
  return ends;
}

/** The places of the bits that are set, behind the first `count`; up to three behind them are anything. */
function setPlaces(places: usize, count: u32, bits: u32, from: u32): void {
  while (bits !== 0) {
    for (let more: u32 = 0; more < TOGETHER; more++) {
      setWord(places, count++, from + ctz(bits));
      bits &= bits - 1;
    }
  }
}

/** False if a character of units [from, to) is not plain, or a word has letters of two scripts. */
function isPlain(text: Text, from: u32, to: u32): bool {
  if (isAscii(text, from, to)) return true;
  let seen: u32 = 0;
  let all: u32 = 0;
  for (let at = from; at < to; at++) {
    const letter = wordAt(text.table, codeAt(text.codes, at));
    seen = (seen | letter) & (0 - u32(letter !== 0));
    all |= seen + LATIN;
  }
  return all < NOT_PLAIN;
}

/** True if no sixteen units that one of [from, to) is among have one beyond ASCII. */
function isAscii(text: Text, from: u32, to: u32): bool {
  for (let at = from & ~15; at < to; at += 16) if (load<u8>(text.beyond + (at >> 4)) !== 0) return false;
  return true;
}
