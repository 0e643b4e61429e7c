/** A filter (Bloom 1970) over the first runs of a block's seeds: most places of an original begin none of them. */
import type { Prints } from './fingerprint.js';
import type { SeedList } from './seedList.js';
import { bitsOf, filterBits } from './seedTable.js';
import type { LinearMemory } from '../kernel/linearMemory.js';
import { oddBit, runFrom } from './runs.js';

/**
 * Both bits of a run lie in one word. Odd runs, which long texts drop, have words of their own: they are few, so that
 * one half of all lookups finds them in the processor's nearest cache.
 */
export interface RunFilter {
  readonly words: Uint32Array;
  /** The word of an even run is `run >>> shift`. */
  readonly shift: number;
  /** The first word of odd runs … */
  readonly oddFrom: number;
  /** … and the bits that fewer choose among them. */
  readonly oddShift: number;
}

/** Bits for each seed; several seeds begin with one run. */
const BITS = { even: 2, odd: 8 };
const LEAST_BITS = 6;
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
  memory: LinearMemory,
): RunFilter {
  const seeds = { all: 0, odd: 0 };
  for (const { hashes } of lists) {
    seeds.all += hashes.length;
    // The lowest bit of a seed is its first run's.
    for (let at = 0; at < hashes.length; at++) seeds.odd += hashes[at]! & 1;
  }
  const bits = filterBits(BITS.even * (seeds.all - seeds.odd), LEAST_BITS, MOST_BITS);
  const oddBits = filterBits(BITS.odd * seeds.odd, LEAST_BITS, bits);
  const oddFrom = 2 ** (bits - 5);
  const count = oddFrom + 2 ** (oddBits - 5);
  const words = memory.words('runs', count);
  const filter: RunFilter = { words, shift: 37 - bits, oddFrom, oddShift: bits - oddBits };
  lists.forEach(({ tokens }, list) => {
    const first = firsts[list]!;
    let last = -1;
    for (const token of tokens) {
      if (token === last) continue;
      last = token;
      const run = runFrom(prints, first + token, halves);
      words[runWord(filter, run)]! |= bitsOf(run);
    }
  });
  return filter;
}

/** The word of a run. */
export function runWord({ shift, oddFrom, oddShift }: RunFilter, run: number): number {
  // Not −x, which is no whole number where x is 0.
  const odd = 0 - oddBit(run);
  return (run >>> (shift + (odd & oddShift))) + (odd & oddFrom);
}
