/**
 * Typographic variants of ordinary characters. Not NFKC as a whole, since that turns 2² into 22 and ½ into 1⁄2:
 * only full-width forms, Latin and Armenian ligatures, quotes, dashes, ellipses and spaces.
 */
const FORMS = new Map<number, string>();

function fold(characters: string, to: string): void {
  for (const character of characters) FORMS.set(character.codePointAt(0)!, to);
}

for (let code = 0xff01; code <= 0xff5e; code++) FORMS.set(code, String.fromCharCode(code - 0xfee0));
for (const [first, last] of [
  [0xfb00, 0xfb06],
  [0xfb13, 0xfb17],
] as const)
  for (let code = first; code <= last; code++) FORMS.set(code, String.fromCharCode(code).normalize('NFKC'));
fold('\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u00b4\u02bc', "'");
fold('\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u301d\u301e\u301f', '"');
fold('\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63', '-');
fold('\u2026', '...');
fold('\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000', ' ');

/** The ordinary characters for a typographic variant, or undefined if it is none. */
export function foldForm(codePoint: number): string | undefined {
  // Most of what is not ASCII is Han, Kana or Hangul, which have none.
  if (codePoint < 0xa0 || (codePoint > 0x3020 && codePoint < 0xfb00)) return undefined;
  return FORMS.get(codePoint);
}
