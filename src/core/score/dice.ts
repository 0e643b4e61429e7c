import { compareTwoStrings } from 'string-similarity';

/**
 * Sørensen–Dice coefficient on character bigrams of two raw texts, white space stripped, 0 … 1. Texts of which less
 * than two characters are left are alike only if they are equal: the library takes two blank texts for equal.
 */
export function dice(a: string, b: string): number {
  if (a === b) return 1;
  if (tooShort(a) || tooShort(b)) return 0;
  return compareTwoStrings(a, b);
}

function tooShort(text: string): boolean {
  return !/\S\s*\S/.test(text);
}
