/**
 * Letters that pass for Latin ones (after Unicode's confusables, UTS #39, Cyrillic, Greek, Armenian and a few
 * others that fonts draw alike). Folded only inside words that also have a Latin letter: Russian stays Russian.
 */
const LOOK_ALIKES: readonly (readonly [look: string, latin: string])[] = [
  // Cyrillic
  ['аАӑӐ', 'aAăĂ'],
  ['вВЬьсСԁеЕ', 'bBbbcCdeE'],
  ['ӻғԌһНніІїЇ', 'ffGhHhiIïÏ'],
  ['јЈкКԛԚ', 'jJkKqQ'],
  ['ӏӀмМпоО', 'lImMnoO'],
  ['рРгѕЅтТ', 'pPrsStT'],
  ['уУүҮѵѴѡԝԜхХҳҲ', 'yYyYvVwwWxXxX'],
  ['зЗ', '33'],
  // Greek
  ['αΑβΒϲϹεΕ', 'aAbBcCeE'],
  ['ΗιΙϳͿκΚ', 'HiIjJkK'],
  ['Μνηο', 'Mvno'],
  ['ΟΝρΡσςτΤ', 'ONpPostT'],
  ['υΥχΧωΖγ', 'uYxXwZy'],
  ['άόίέύ', 'áóíéú'],
  // Armenian
  ['ցհյօոսՕՍՏԼ', 'ghjonuOUSL'],
  ['զքԁ', 'qpd'],
  // Letter-like and other Latin look-alikes of other scripts
  ['ꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ', 'BCDEFGHIJKLMNOPRSTUVWXYZ'],
  ['ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ', 'ABCDEHJKLMPRSTVWZ'],
];

const TO_LATIN = new Map<number, number>();
for (const [looks, latins] of LOOK_ALIKES) {
  for (let i = 0; i < looks.length; i++) TO_LATIN.set(looks.charCodeAt(i), latins.charCodeAt(i));
}

const LATIN = /^\p{Script=Latin}$/u;
const latinKnown = new Uint8Array(0x10000);

/** True if the code unit is a letter of the Latin script. */
export function isLatin(code: number): boolean {
  if (code < 0x80) return (code | 32) >= 97 && (code | 32) <= 122;
  const known = latinKnown[code]!;
  if (known !== 0) return known === 1;
  const latin = LATIN.test(String.fromCharCode(code));
  latinKnown[code] = latin ? 1 : 2;
  return latin;
}

/**
 * Folds the look-alikes of one word to Latin, in place, if the word has both.
 * Returns how many letters were folded.
 */
export function foldHomoglyphs(codes: Uint16Array, start: number, end: number): number {
  let latin = false;
  let alike = false;
  for (let at = start; at < end; at++) {
    const code = codes[at]!;
    if (isLatin(code)) latin = true;
    else if (code > 0x2ff && TO_LATIN.has(code)) alike = true;
  }
  if (!latin || !alike) return 0;
  let folded = 0;
  for (let at = start; at < end; at++) {
    const to = TO_LATIN.get(codes[at]!);
    if (to === undefined) continue;
    codes[at] = to;
    folded++;
  }
  return folded;
}
