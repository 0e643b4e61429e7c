// The filter of first runs, which `core/index/runFilter.ts` describes.
import { filterBits, ODD, oddBit, runHash } from './hashes';
import { NONE, runEndIn } from './runs';
import { LANES, placeOf, setWord, wordAt } from './words';

/** Where it has no words, all runs pass. */
@unmanaged
export class RunFilter {
  words: usize;
  shift: u32;
  oddFrom: u32;
  oddShift: u32;
}

/** How many of so many seeds begin with an odd run: the lowest bit of a seed is its first run's. */
export function countOdd(seeds: usize, count: u32): u32 {
  let odd: u32 = 0;
  for (let at: u32 = 0; at < count; at++) odd += wordAt(seeds, at) & 1;
  return odd;
}

/** Enters the runs that begin at so many tokens of a block, which count from `first`; `end` is the block's end. */
export function enterRuns(
  filter: RunFilter,
  prints: usize,
  end: u32,
  tokens: usize,
  count: u32,
  first: u32,
  halves: u32,
): void {
  let last = NONE;
  for (let at: u32 = 0; at < count; at++) {
    const token = first + wordAt(tokens, at);
    if (token === last) continue;
    last = token;
    const run = runHash(prints, token, runEndIn(prints, token, end, halves) - token);
    const word = wordOf(filter, run);
    setWord(filter.words, word, wordAt(filter.words, word) | filterBits(run));
  }
}

/** Brings the word of each run from the filter into `held`, in a loop so short that the processor waits for many at once. */
export function fetchRuns(filter: RunFilter, runs: usize, starts: u32, held: usize): void {
  const words = filter.words;
  const shift = filter.shift;
  const oddShift = shift + filter.oddShift;
  const oddFrom = i32x4.splat(filter.oddFrom);
  for (let at: u32 = 0; at < starts; at += LANES) {
    const run = v128.load(placeOf(runs, at));
    const odd = i32x4.shr_s(i32x4.shl(run, 31 - ODD), 31);
    const own = v128.bitselect(i32x4.shr_u(run, oddShift), i32x4.shr_u(run, shift), odd);
    v128.store(placeOf(held, at), i32x4.add(own, v128.and(odd, oddFrom)));
  }
  for (let at: u32 = 0; at < starts; at++) setWord(held, at, wordAt(words, wordAt(held, at)));
}

/** The word of a run. */
function wordOf(filter: RunFilter, run: u32): u32 {
  const odd: u32 = 0 - oddBit(run);
  return (run >> (filter.shift + (odd & filter.oddShift))) + (odd & filter.oddFrom);
}
