// What each unit of a text is to lines of prose, sixteen at a time where they are ASCII.
import { codeAt, FIRST_ALONE, LAST_ALONE, Text } from './text';
import { wordAt } from './words';

const TOGETHER: u32 = 16;

/** Fills the columns of letters; what they say of units behind the text is anything. */
export function readLetters(text: Text): void {
  const notAscii = i16x8.splat(0xff80 as i16);
  const fold = i8x16.splat(<i8>text.fold);
  const length = text.length;
  for (let at: u32 = 0; at < length; at += TOGETHER) {
    const codes = text.codes + ((<usize>at) << 1);
    const letters = text.letters + ((<usize>at) << 1);
    const first = v128.load(codes);
    const second = v128.load(codes, 16);
    const beyond = v128.any_true(v128.and(v128.or(first, second), notAscii));
    store<u8>(text.beyond + (at >> 4), <u8>beyond);
    if (beyond) {
      readOneByOne(text, at);
      continue;
    }
    const units = i8x16.narrow_i16x8_u(first, second);
    const isLetter = isIn(v128.or(units, i8x16.splat(0x20)), 97, 26);
    const isDigit = isIn(units, 48, 10);
    const kept = v128.or(v128.and(v128.or(units, fold), isLetter), v128.and(units, isDigit));
    v128.store(letters, i16x8.extend_low_i8x16_u(kept));
    v128.store(letters, i16x8.extend_high_i8x16_u(kept), 16);
    store<u16>(text.inWord + (at >> 3), <u16>i8x16.bitmask(v128.or(isLetter, isDigit)));
    store<u16>(text.alone + (at >> 3), 0);
  }
}

/** All bits of the bytes that are one of so many from `first` on. */
function isIn(bytes: v128, first: i8, count: i8): v128 {
  return i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(first)), i8x16.splat(count));
}

function readOneByOne(text: Text, from: u32): void {
  let inWord: u32 = 0;
  let alone: u32 = 0;
  for (let bit: u32 = 0; bit < TOGETHER; bit++) {
    const code = codeAt(text.codes, from + bit);
    const letter = wordAt(text.table, code);
    const isLetter: u32 = u32(letter !== 0);
    const isAlone: u32 = u32(code >= FIRST_ALONE) & u32(code <= LAST_ALONE) & (isLetter ^ 1);
    // Without a branch: what stands beside each other is often of two kinds.
    store<u16>(text.letters + ((<usize>(from + bit)) << 1), <u16>(letter | (code & (0 - isAlone))));
    inWord |= isLetter << bit;
    alone |= isAlone << bit;
  }
  store<u16>(text.inWord + (from >> 3), <u16>inWord);
  store<u16>(text.alone + (from >> 3), <u16>alone);
}
