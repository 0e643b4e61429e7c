/** What a character is to the tokeniser, looked up in one table filled as characters are met. */

/** Ends a word and is no token in prose. */
export const OTHER = 1;
export const SPACE = 2;
/** Letter or number of a script with spaces between words. */
export const WORD = 3;
/** Letter or number of a script without spaces: a token by itself. */
export const CHARACTER = 4;
/** Combining mark: belongs to what stands before it. */
export const MARK = 5;
/** Zero-width or other format character. */
export const FORMAT = 6;

export type CharacterClass =
  typeof OTHER | typeof SPACE | typeof WORD | typeof CHARACTER | typeof MARK | typeof FORMAT;

const FORMAT_PATTERN = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const SPACE_PATTERN = /^[\s\u0085]$/u;
const WORD_PATTERN = /^[\p{L}\p{N}]$/u;
const MARK_PATTERN = /^\p{M}$/u;
const UNSPACED_PATTERN =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u;
/** Numbers and letters of scripts with spaces that those patterns would also take (Script_Extensions is wide). */
const SPACED_PATTERN = /^[\p{Nd}\p{No}\p{scx=Latin}]$/u;

const classes = new Uint8Array(0x110000);

/** The class of a code point; lone surrogates are OTHER. */
export function classOf(codePoint: number): CharacterClass {
  const known = classes[codePoint]!;
  if (known !== 0) return known as CharacterClass;
  const found = classify(String.fromCodePoint(codePoint));
  classes[codePoint] = found;
  return found;
}

function classify(character: string): CharacterClass {
  if (FORMAT_PATTERN.test(character)) return FORMAT;
  if (SPACE_PATTERN.test(character)) return SPACE;
  if (WORD_PATTERN.test(character))
    return UNSPACED_PATTERN.test(character) && !SPACED_PATTERN.test(character) ? CHARACTER : WORD;
  return MARK_PATTERN.test(character) ? MARK : OTHER;
}

/** The code point at `at` in UTF-16 code units; a lone surrogate is itself. */
export function codePointIn(codes: Uint16Array, at: number, end: number): number {
  const high = codes[at]!;
  if (high < 0xd800 || high > 0xdbff || at + 1 >= end) return high;
  const low = codes[at + 1]!;
  if (low < 0xdc00 || low > 0xdfff) return high;
  return (high - 0xd800) * 0x400 + low - 0xdc00 + 0x10000;
}

const folds = new Map<number, string>();

/**
 * Case folding of one code point, free of its neighbours (so Σ, σ and ς are one, and ß is ss) and of the locale.
 * Close to Unicode's full folding; letters that would fold to several code points keep their lower case.
 */
export function foldCase(codePoint: number): string {
  const known = folds.get(codePoint);
  if (known !== undefined) return known;
  const folded = foldedCase(String.fromCodePoint(codePoint));
  folds.set(codePoint, folded);
  return folded;
}

/** Per code unit one more than what it folds to; 1 where that is not one code unit; 0 where it is not known yet. */
const unitFolds = new Uint32Array(0x10000);

/** The case folding of a code unit that is a character by itself; −1 where it is not, or folds to several. */
export function foldUnit(code: number): number {
  const known = unitFolds[code]!;
  if (known > 1) return known - 1;
  if (known === 1 || (code & 0xf800) === 0xd800) return -1;
  const folded = foldCase(code);
  unitFolds[code] = folded.length === 1 ? folded.charCodeAt(0) + 1 : 1;
  return folded.length === 1 ? folded.charCodeAt(0) : -1;
}

function foldedCase(character: string): string {
  if (character === 'ß' || character === 'ẞ') return 'ss';
  // The dotless i is another letter, not a lower case of I, except in Turkic.
  if (character === 'ı') return character;
  const lower = character.toLowerCase();
  const upper = lower.toUpperCase();
  return upper.length === lower.length ? upper.toLowerCase() : lower;
}
