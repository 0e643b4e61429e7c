/** Characters that no step of the normalisation changes, but for the case of Latin letters. */
import { classOf, foldUnit, WORD } from './characters.js';
import { foldForm } from './forms.js';

/** What {@link plainTable} says of all other characters: a bit that no letter has. */
export const BEYOND = 0x8000;

/** Quotes, dashes and other signs that end a word and open no line, as the plain ones do that they are folded to. */
const SIGNS = '‘’‚‛“”„‟‹›«»′″‐‑‒–—―…•·°×→¡¿§、。〈〉《》「」『』【】！（），：；？';

/** Of the code units from here … */
export const FIRST_ALONE = 0x3041;
/** … to here those that the table says 0 of are words by themselves: Hiragana, Katakana and Han. */
export const LAST_ALONE = 0x9fff;
const ALONE = [
  [FIRST_ALONE, 0x3096],
  [0x30a1, 0x30fa],
  [0x4e00, LAST_ALONE],
] as const;

/** Where the Latin letters of European languages end. */
const LATIN_END = 0x250;

/** By code unit: the lower case of Latin letters and digits (as they are without `fold`), 0 for what ends a word, or BEYOND. */
export function plainTable(fold: boolean): Uint16Array {
  const table = new Uint16Array(0x10000).fill(BEYOND);
  table.fill(0, 0, 0x80);
  for (let code = 0; code < LATIN_END; code++) {
    const folded = foldUnit(code);
    if (classOf(code) === WORD && foldForm(code) === undefined && folded >= 0 && folded < LATIN_END)
      table[code] = fold ? folded : code;
  }
  for (const sign of SIGNS) table[sign.charCodeAt(0)] = 0;
  for (const [first, last] of ALONE) table.fill(0, first, last + 1);
  return table;
}
