/** Characters that no step of the normalisation changes, but for the case of letters. */
import { classOf, foldUnit, WORD } from './characters.js';
import { isLatin } from './homoglyphs.js';

/**
 * What {@link plainTable} says of a letter beside its code unit, which these bits hold: its script … `src/kernel` has the
 * same bits, and the same first and last character below.
 */
export const UNIT = 0xffff;
const LATIN = 0x1_0000;
const OTHER_SCRIPT = 0x2_0000;
/** … or that it is no plain character. */
export const BEYOND = 0x4_0000;
/** From here on the bits of a word's letters say that one is not plain, or that letters of two scripts may look alike. */
export const NOT_PLAIN = LATIN | OTHER_SCRIPT;

/** Quotes, dashes and other signs that end a word and open no line, as the plain ones do that they are folded to. */
const SIGNS = '‘’‚‛“”„‟‹›«»′″‐‑‒–—―…•·°×→¡¿§№،؛؟־、。〈〉《》「」『』【】！（），：；？';

/** Of the code units from here … */
export const FIRST_ALONE = 0x3041;
/** … to here those that the table says 0 of are words by themselves: Hiragana, Katakana and Han. */
export const LAST_ALONE = 0x9fff;
const ALONE = [
  [FIRST_ALONE, 0x3096],
  [0x30a1, 0x30fa],
  [0x4e00, LAST_ALONE],
] as const;

/** Latin letters and the digits and signs that all scripts use; Vietnamese. */
const LATIN_LETTERS = [
  [0, 0x24f],
  [0x1ea0, 0x1ef9],
] as const;
/** Greek, Cyrillic, Armenian; Hebrew; Arabic; Georgian; Hangul: words with spaces between them, most without marks. */
const OTHER_SCRIPTS = [
  [0x370, 0x587],
  [0x5d0, 0x5ea],
  [0x620, 0x6d5],
  [0x6f0, 0x6fc],
  [0x10d0, 0x10fa],
  [0xac00, 0xd7a3],
] as const;

/**
 * By code unit: the lower case of letters and digits (as they are without `fold`) with the bit of their script, 0 for
 * what ends a word, or BEYOND.
 */
export function plainTable(fold: boolean): Uint32Array {
  const table = new Uint32Array(0x10000).fill(BEYOND);
  table.fill(0, 0, 0x80);
  for (const [first, last] of LATIN_LETTERS)
    enterLetters(table, fold, first, last, (code) => (isLatin(code) ? LATIN : 0));
  for (const [first, last] of OTHER_SCRIPTS) enterLetters(table, fold, first, last, () => OTHER_SCRIPT);
  for (const sign of SIGNS) table[sign.charCodeAt(0)] = 0;
  for (const [first, last] of ALONE) table.fill(0, first, last + 1);
  return table;
}

/** Letters and digits of [first, last], but for those that a step changes into something else than another of these. */
function enterLetters(
  table: Uint32Array,
  fold: boolean,
  first: number,
  last: number,
  scriptOf: (code: number) => number,
): void {
  for (let code = first; code <= last; code++) {
    const folded = foldUnit(code);
    const isComposed = String.fromCharCode(code).normalize('NFC') === String.fromCharCode(code);
    if (classOf(code) === WORD && isComposed && folded >= first && folded <= last)
      table[code] = (fold ? folded : code) | scriptOf(code);
  }
}
