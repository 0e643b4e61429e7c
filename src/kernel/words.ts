// Columns in linear memory: 32-bit words, and the prints of texts (`core/index/fingerprint.ts`).

export function wordAt(words: usize, at: u32): u32 {
  return load<u32>(words + ((<usize>at) << 2));
}

export function setWord(words: usize, at: u32, value: u32): void {
  store<u32>(words + ((<usize>at) << 2), value);
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
