import type { Ratio } from '../../shared/match.js';
import type { Tokens } from '../text/tokens.js';
import type { Vocabulary } from '../text/vocabulary.js';
import { finish } from './hashing.js';
import { Windows } from './windows.js';

/**
 * The distinct shingles of a text (Broder 1997): ascending 53-bit hashes of `size` consecutive tokens, made of the
 * tokens' texts alone. A text of fewer tokens has one shingle, of all its tokens; one without tokens has none.
 *
 * Hashes stand for shingles: with n distinct shingles about n²/2^54 pairs collide by chance, 6e-12 for a pair of
 * texts of 160 shingles each, and a collision moves a ratio by one shingle; passages and runs are compared exactly.
 */
export function shinglesOf(tokens: Tokens, size: number, vocabulary: Vocabulary): Float64Array {
  const length = Math.min(size, tokens.count);
  if (length === 0) return new Float64Array(0);
  const { ids } = tokens;
  const { first, second } = vocabulary;
  const hashes = new Float64Array(tokens.count - length + 1);
  for (let at = 0; at < hashes.length; at++) {
    let high = length;
    let low = 0;
    for (let i = at; i < at + length; i++) {
      high = Math.imul(high ^ first[ids[i]!]!, 0x5bd1e995);
      high ^= high >>> 13;
      low = Math.imul(low + second[ids[i]!]!, 0x27d4eb2d);
      low ^= low >>> 15;
    }
    hashes[at] = (finish(high) & 0x1fffff) * 4294967296 + (finish(low) >>> 0);
  }
  return distinct(hashes.sort());
}

/** The same shingles as places in the text, which are compared token by token. */
export function shingleWindows(tokens: Tokens, size: number): Windows {
  const sums = new Uint32Array(tokens.count + 1);
  for (let at = 0; at < sums.length; at++) sums[at] = at;
  return new Windows(tokens, Math.min(size, tokens.count), sums);
}

function distinct(sorted: Float64Array): Float64Array {
  let count = 1;
  for (let at = 1; at < sorted.length; at++) if (sorted[at] !== sorted[at - 1]) sorted[count++] = sorted[at]!;
  return count === sorted.length ? sorted : sorted.slice(0, count);
}

/** How many values two ascending arrays of distinct values share. */
export function countShared(a: Float64Array, b: Float64Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i]!;
    const right = b[j]!;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared;
}

/** Shared and total as stored; 0 when there is nothing. */
export function ratio(shared: number, total: number): Ratio {
  return { value: total === 0 ? 0 : shared / total, shared, total };
}
