// The tokens of a line of code.
import { codeAt, FIRST_HASH, nextHash, Text, Tokens } from './text';
import { setWord } from './words';

const UNDERSCORE: u32 = 95;

/**
 * Adds the names, numbers and signs of units [from, to) to the `count` of the list, which has room for as many tokens.
 * Returns how many there are then, or −1 at the first sign beyond ASCII.
 */
export function readCode(text: Text, tokens: Tokens, from: u32, to: u32, count: u32): i32 {
  for (let at = from; at < to;) {
    const start = at;
    const code = codeAt(text.codes, at++);
    if (code >= 0x80) return -1;
    if (isBlank(code)) continue;
    let hash = nextHash(FIRST_HASH, code);
    if (isName(code))
      for (let next: u32 = 0; at < to && isName((next = codeAt(text.codes, at))); at++)
        hash = nextHash(hash, next);
    setWord(tokens.ids, count, hash);
    setWord(tokens.starts, count, text.base + start);
    setWord(tokens.ends, count, text.base + at);
    store<u8>(tokens.halves + count, 2);
    count++;
  }
  return count;
}

function isBlank(code: u32): bool {
  return code === 32 || (code >= 9 && code <= 13);
}

function isName(code: u32): bool {
  return (code | 0x20) - 97 < 26 || code - 48 < 10 || code === UNDERSCORE;
}
