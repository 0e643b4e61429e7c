/** A filter (Bloom 1970) over the first runs of a block's seeds: most places of an original begin none of them. */
import type { Prints } from './fingerprint.js';
import type { SeedList } from './openedSeeds.js';
import { bitsOf } from './seedTable.js';
import type { SharedMemory } from './sharedMemory.js';
import { runFrom } from './runs.js';

export interface RunFilter {
  /** Both bits of a run in one word, which its upper bits choose. */
  readonly words: Int32Array;
  readonly shift: number;
}

/** Bits for each seed; several seeds begin with one run. */
const BITS = 2;
const MOST_BITS = 25;

/**
 * The filter of the seeds of these lists; the tokens of list i count from `firsts[i]` of the prints.
 * @param halves least weight of a run
 */
export function makeRunFilter(
  prints: Prints,
  lists: readonly SeedList[],
  firsts: readonly number[],
  halves: number,
  memory: SharedMemory,
): RunFilter {
  const count = lists.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const bits = Math.min(MOST_BITS, Math.max(6, Math.ceil(Math.log2(BITS * count + 1))));
  const words = new Int32Array(memory.of('runs', 2 ** (bits - 3)), 0, 2 ** (bits - 5));
  const shift = 37 - bits;
  lists.forEach(({ tokens }, list) => {
    const first = firsts[list]!;
    let last = -1;
    for (const token of tokens) {
      if (token === last) continue;
      last = token;
      const run = runFrom(prints, first + token, halves);
      words[run >>> shift]! |= bitsOf(run);
    }
  });
  return { words, shift };
}
