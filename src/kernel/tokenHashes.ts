/*
 * The hashes of all tokens of prose. A hash is made letter by letter, each of which waits for the one before it, and
 * where words end cannot be foreseen: so four stretches of the text are hashed side by side, every unit of them as if a
 * token ended there.
 */
import { codeAt, FACTOR, FIRST_ALONE, FIRST_HASH, LAST_ALONE, Text } from './text';

/**
 * Fills the column of hashes. A stretch that is shorter than another is read on into the next one, for which it finds
 * the same hashes, and the last one behind the text: both columns have as much room again.
 */
export function readHashes(text: Text): void {
  const length = text.length;
  const second = breakAt(text.letters, length >> 2, length);
  const third = breakAt(text.letters, max(second, length >> 1), length);
  const fourth = breakAt(text.letters, max(third, length - (length >> 2)), length);
  const longest = max(max(second, third - second), max(fourth - third, length - fourth));
  let hash = i32x4.splat(FIRST_HASH);
  // Of which stretches the unit before was a letter.
  let before = i32x4.splat(0);
  for (let at: u32 = 0; at < longest; at += 4) {
    const pairs = beside(text.letters, at, second + at);
    const others = beside(text.letters, third + at, fourth + at);
    const early = v128.shuffle<i32>(pairs, others, 0, 4, 1, 5);
    const late = v128.shuffle<i32>(pairs, others, 2, 6, 3, 7);
    let units = i32x4.extend_low_i16x8_u(early);
    let letters = areLetters(units);
    const one = next(hash, v128.and(letters, before), units);
    before = letters;
    units = i32x4.extend_high_i16x8_u(early);
    letters = areLetters(units);
    const two = next(one, v128.and(letters, before), units);
    before = letters;
    units = i32x4.extend_low_i16x8_u(late);
    letters = areLetters(units);
    const three = next(two, v128.and(letters, before), units);
    before = letters;
    units = i32x4.extend_high_i16x8_u(late);
    letters = areLetters(units);
    hash = next(three, v128.and(letters, before), units);
    before = letters;
    const left = v128.shuffle<i32>(one, two, 0, 4, 1, 5);
    const right = v128.shuffle<i32>(three, hash, 0, 4, 1, 5);
    const leftToo = v128.shuffle<i32>(one, two, 2, 6, 3, 7);
    const rightToo = v128.shuffle<i32>(three, hash, 2, 6, 3, 7);
    setHashes(text.hashes, at, v128.shuffle<i64>(left, right, 0, 2));
    setHashes(text.hashes, second + at, v128.shuffle<i64>(left, right, 1, 3));
    setHashes(text.hashes, third + at, v128.shuffle<i64>(leftToo, rightToo, 0, 2));
    setHashes(text.hashes, fourth + at, v128.shuffle<i64>(leftToo, rightToo, 1, 3));
  }
}

/** The first unit from `at` on that is no letter. */
function breakAt(letters: usize, at: u32, length: u32): u32 {
  for (let unit: u32 = 0; at < length; at++) {
    unit = codeAt(letters, at);
    if (unit === 0 || (unit >= FIRST_ALONE && unit <= LAST_ALONE)) break;
  }
  return at;
}

/** Four units of two stretches, by turns. */
function beside(letters: usize, one: u32, other: u32): v128 {
  const first = v128.load64_zero(letters + ((<usize>one) << 1));
  const second = v128.load64_zero(letters + ((<usize>other) << 1));
  return v128.shuffle<i16>(first, second, 0, 8, 1, 9, 2, 10, 3, 11);
}

function areLetters(units: v128): v128 {
  return v128.or(
    i32x4.lt_u(i32x4.sub(units, i32x4.splat(1)), i32x4.splat(FIRST_ALONE - 1)),
    i32x4.gt_u(units, i32x4.splat(LAST_ALONE)),
  );
}

/** The hashes with one more unit, or of it alone where it does not go on with a word. */
function next(hash: v128, goOn: v128, units: v128): v128 {
  const from = v128.bitselect(hash, i32x4.splat(FIRST_HASH), goOn);
  const bits = i32x4.mul(v128.xor(from, units), i32x4.splat(FACTOR));
  return v128.xor(bits, i32x4.shr_u(bits, 15));
}

function setHashes(hashes: usize, at: u32, four: v128): void {
  v128.store(hashes + ((<usize>at) << 2), four);
}
