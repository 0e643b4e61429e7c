// Lists of seeds in parts, which `core/index/seedList.ts` describes.
import { setWord, wordAt } from './words';

/**
 * Copies so many hashes with their tokens, part after part: the bits of a hash above `shift` are its part. Where each
 * part begins goes into `bounds`, zero so far, of one word more for the end and one more that is anything then.
 */
export function partSeeds(
  hashes: usize,
  tokens: usize,
  count: u32,
  shift: u32,
  bounds: usize,
  toHashes: usize,
  toTokens: usize,
): void {
  const parts: u32 = 1 << (32 - shift);
  // Part p is counted at p + 2 and filled from what stands at p + 1.
  for (let at: u32 = 0; at < count; at++) {
    const counter = (wordAt(hashes, at) >> shift) + 2;
    setWord(bounds, counter, wordAt(bounds, counter) + 1);
  }
  for (let part: u32 = 1; part <= parts; part++)
    setWord(bounds, part + 1, wordAt(bounds, part) + wordAt(bounds, part + 1));
  for (let at: u32 = 0; at < count; at++) {
    const hash = wordAt(hashes, at);
    const part = (hash >> shift) + 1;
    const place = wordAt(bounds, part);
    setWord(bounds, part, place + 1);
    setWord(toHashes, place, hash);
    setWord(toTokens, place, wordAt(tokens, at));
  }
}
