/** Characters that no step of the normalisation changes, but for the case of ASCII letters. */

/** What {@link plainTable} says of all other characters; higher than every letter. */
export const BEYOND = 255;

/** Quotes, dashes and other signs that end a word and open no line, as the plain ones do that they are folded to. */
const SIGNS = '‘’‚‛“”„‟‹›«»′″‐‑‒–—―…•·°×→、。〈〉《》「」『』【】！（），：；？';

/** Of the code units from here … */
export const FIRST_ALONE = 0x3041;
/** … to here those that the table says 0 of are words by themselves: Hiragana, Katakana and Han. */
export const LAST_ALONE = 0x9fff;
const ALONE = [
  [FIRST_ALONE, 0x3096],
  [0x30a1, 0x30fa],
  [0x4e00, LAST_ALONE],
] as const;

/**
 * By code unit: the lower case of ASCII letters and digits (as they are without `fold`), 0 for what ends a word, or
 * BEYOND.
 */
export function plainTable(fold: boolean): Uint8Array {
  const table = new Uint8Array(0x10000).fill(BEYOND);
  for (let code = 0; code < 0x80; code++) {
    const letter = (code | 32) >= 97 && (code | 32) <= 122;
    if (letter) table[code] = fold ? code | 32 : code;
    else table[code] = code >= 48 && code <= 57 ? code : 0;
  }
  for (const sign of SIGNS) table[sign.charCodeAt(0)] = 0;
  for (const [first, last] of ALONE) table.fill(0, first, last + 1);
  return table;
}
