// The prints of tokens (`core/index/fingerprint.ts`) and the key of all of them.
import { Tokens } from './text';
import { printAt, wordAt } from './words';

/** Writes the print of each token, as if none were an operator. */
export function writePrints(tokens: Tokens, count: u32, prints: usize): void {
  for (let at: u32 = 0; at < count; at++) {
    const print = ((finish(wordAt(tokens.ids, at)) & 0x3fff) << 2) | (load<u8>(tokens.halves + at) & 1);
    store<u16>(prints + ((<usize>at) << 1), <u16>print);
  }
}

/** A hash of prints, of 53 bits. */
export function keyOf(prints: usize, count: u32): f64 {
  let high = count;
  let low: u32 = 0;
  for (let at: u32 = 0; at < count; at++) {
    const print = printAt(prints, at);
    high = (high ^ print) * 0x5bd1e995;
    high ^= high >> 13;
    low = (low + print) * 0x27d4eb2d;
    low ^= low >> 15;
  }
  return <f64>(finish(high) & 0x1f_ffff) * 4294967296.0 + <f64>finish(low);
}

/** As in `core/score/hashing.ts`. */
function finish(hash: u32): u32 {
  let bits = hash ^ (hash >> 16);
  bits *= 0x85ebca6b;
  bits ^= bits >> 13;
  bits *= 0xc2b2ae35;
  return bits ^ (bits >> 16);
}
