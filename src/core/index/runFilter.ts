/** A filter (Bloom 1970) over the first runs of a block's seeds: most places of an original begin none of them. */
import type { Kernel } from '../kernel/kernel.js';
import type { Prints } from './fingerprint.js';
import type { SeedList } from './seedList.js';
import { filterBits } from './seedTable.js';

/**
 * Both bits of a run lie in one word. Odd runs, which long texts drop, have words of their own: they are few, so that
 * one half of all lookups finds them in the processor's nearest cache.
 */
export interface RunFilter {
  /** Where the kernels on its memory have it. */
  readonly address: number;
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
 * The filter of the seeds of these lists; the tokens of list i count from `firsts[i]` of the prints, which lie in the
 * kernel's memory.
 * @param halves least weight of a run
 */
export function makeRunFilter(
  prints: Prints,
  lists: readonly SeedList[],
  firsts: readonly number[],
  halves: number,
  kernel: Kernel,
): RunFilter {
  const { memory, run } = kernel;
  const all = lists.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const odd = lists.reduce(
    (sum, { hashes }) => sum + run.countOdd(memory.copyOf('list hashes', hashes), hashes.length),
    0,
  );
  const bits = filterBits(BITS.even * (all - odd), LEAST_BITS, MOST_BITS);
  const oddBits = filterBits(BITS.odd * odd, LEAST_BITS, bits);
  const oddFrom = 2 ** (bits - 5);
  const words = memory.words('runs', oddFrom + 2 ** (oddBits - 5));
  const [shift, oddShift] = [37 - bits, bits - oddBits];
  const filter = memory.words('runs filter', 4);
  filter.set([words.byteOffset, shift, oddFrom, oddShift]);
  const address = filter.byteOffset;
  for (const [list, { tokens }] of lists.entries()) {
    const own = memory.copyOf('list tokens', tokens);
    const [from, end] = [prints.byteOffset, prints.length];
    run.enterRuns(address, from, end, own, tokens.length, firsts[list]!, halves);
  }
  return { address, words, shift, oddFrom, oddShift };
}
