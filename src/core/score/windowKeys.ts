import type { Tokens } from '../text/tokens.js';
import type { Vocabulary } from '../text/vocabulary.js';
import { finish } from './hashing.js';

/** One key in so many is kept, by its own value, so that equal stretches keep equal keys (a sample modulo p). */
const SAMPLE = 4;

/** Where a window starts, in code units of the source, by a 53-bit hash of its tokens. */
export type WindowKeys = ReadonlyMap<number, number>;

/**
 * A sample of the windows of `size` tokens, the same in every text that has them; the window with the least key is
 * always among them. Empty for a text of fewer tokens.
 */
export function windowKeys(tokens: Tokens, vocabulary: Vocabulary, size: number): WindowKeys {
  const kept = new Map<number, number>();
  let least = Infinity;
  let leastStart = 0;
  for (let at = 0; at + size <= tokens.count; at++) {
    const key = hashWindow(tokens, vocabulary, at, size);
    const start = tokens.starts[at]!;
    if (key < least) [least, leastStart] = [key, start];
    if (key % SAMPLE === 0 && !kept.has(key)) kept.set(key, start);
  }
  if (least < Infinity && !kept.has(least)) kept.set(least, leastStart);
  return kept;
}

function hashWindow(tokens: Tokens, vocabulary: Vocabulary, from: number, size: number): number {
  let high = size;
  let low = 0x2545f491;
  for (let at = from; at < from + size; at++) {
    const id = tokens.ids[at]!;
    high = Math.imul(high ^ vocabulary.first[id]!, 0x5bd1e995);
    high ^= high >>> 13;
    low = Math.imul(low + vocabulary.second[id]!, 0x27d4eb2d);
    low ^= low >>> 15;
  }
  return (finish(high) & 0x1fffff) * 4294967296 + (finish(low) >>> 0);
}
