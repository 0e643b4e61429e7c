// Columns in linear memory: 32-bit words, and the prints of texts (`core/index/fingerprint.ts`).

/** Words that are worked on at once. */
export const LANES: u32 = 4;

/** Where a word lies. */
export function placeOf(words: usize, at: u32): usize {
  return words + ((<usize>at) << 2);
}

export function wordAt(words: usize, at: u32): u32 {
  return load<u32>(placeOf(words, at));
}

export function setWord(words: usize, at: u32, value: u32): void {
  store<u32>(placeOf(words, at), value);
}

/** The print of a token. */
export function printAt(prints: usize, at: u32): u32 {
  return load<u16>(prints + ((<usize>at) << 1));
}

/** What a token weighs as evidence, in half tokens: an operator nothing. */
export function evidenceOf(print: u32): u32 {
  return isOperator(print) ? 0 : 2 - (print & 1);
}

export function isOperator(print: u32): bool {
  return (print & 2) !== 0;
}
