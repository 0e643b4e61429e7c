// How often seeds, runs and shingles stand in texts (`core/index/frequencies.ts`).
import { mixed, runHash } from './hashes';
import { SeedList } from './seeds';
import { wordAt } from './words';

/**
 * Counts the seeds of the text that was read last, alone in the list, each run that begins one, and the text's shingles
 * of so many tokens. Counters have two bytes and are a power of two; `mask` is one less.
 */
export function countText(
  list: SeedList,
  prints: usize,
  tokens: u32,
  shingle: u32,
  counts: usize,
  mask: u32,
): void {
  let last: u32 = u32.MAX_VALUE;
  for (let seed: u32 = 0; seed < list.count; seed++) {
    count(counts, wordAt(list.hashes, seed) & mask);
    const place = wordAt(list.places, seed);
    if (place !== last) count(counts, mixed(wordAt(list.runs, place)) & mask);
    last = place;
  }
  for (let at: u32 = 0; at + shingle <= tokens; at++)
    count(counts, mixed(runHash(prints, at, shingle)) & mask);
}

/** A counter ends where two bytes do. */
function count(counts: usize, counter: u32): void {
  const place = counts + ((<usize>counter) << 1);
  const before: u32 = load<u16>(place);
  store<u16>(place, <u16>(before + u32(before !== u16.MAX_VALUE)));
}
