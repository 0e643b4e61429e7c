/** Characters that no step of the normalisation changes, but for the case of ASCII letters. */

/** What {@link plainTable} says of all other characters; higher than every letter. */
export const BEYOND = 255;

/** Quotes, dashes and other signs that end a word and open no line, as the plain ones do that they are folded to. */
const SIGNS = '‘’‚‛“”„‟‹›«»′″‐‑‒–—―…•·°×→';

/** By code unit: the lower case of ASCII letters and digits (as they are without `fold`), 0 for what ends a word, or BEYOND. */
export function plainTable(fold: boolean): Uint8Array {
  const table = new Uint8Array(0x10000).fill(BEYOND);
  for (let code = 0; code < 0x80; code++) {
    const letter = (code | 32) >= 97 && (code | 32) <= 122;
    if (letter) table[code] = fold ? code | 32 : code;
    else table[code] = code >= 48 && code <= 57 ? code : 0;
  }
  for (const sign of SIGNS) table[sign.charCodeAt(0)] = 0;
  return table;
}
