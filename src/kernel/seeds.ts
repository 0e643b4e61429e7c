// The spaced seeds of a text, which `core/index/spacedSeeds.ts` describes.
import { extended, hasBits, oddBit, runHash, seedHash } from './hashes';
import { evidenceOf, isOperator, printAt, setWord, wordAt } from './words';

/** Half tokens of evidence between the two runs of a spaced seed, at most. */
export const SPACE: u32 = 4;

/** The filter of first runs (`core/index/runFilter.ts`); where it has no words, all runs pass. */
@unmanaged
class RunFilter {
  words: usize;
  shift: u32;
  oddFrom: u32;
  oddShift: u32;
}

/** The list that seeds are added to, and room for the runs of the text at hand. */
@unmanaged
export class SeedList {
  count: u32;
  hashes: usize;
  /** Where each begins, and its second run. */
  places: usize;
  seconds: usize;
  /** Tokens of the text that begin a run; each one's hash and, where runs differ in length, its end. */
  starts: u32;
  runs: usize;
  ends: usize;
  /** The runs that seeds are made of. */
  first: usize;
}

/** Adds the seeds of a text of so many tokens, the first of which is said to lie at `place`. */
export function readSeeds(
  list: SeedList,
  filter: RunFilter,
  prints: usize,
  tokens: u32,
  place: u32,
  halves: u32,
): void {
  const weight = evenWeight(prints, tokens);
  // Where all tokens weigh the same, runs are of one length.
  const length = weight === 0 ? 0 : (halves + weight - 1) / weight;
  list.starts =
    weight === 0 ? mixedRuns(list, prints, tokens, halves) : evenRuns(prints, tokens, length, list.runs);
  const passed = pass(filter, list.runs, list.starts, list.first);
  if (weight === 0) addMixed(list, passed, prints, place);
  else addEven(list, passed, place, length, SPACE / weight);
}

/** The hashes of the runs of so many tokens; returns how many they are. */
function evenRuns(prints: usize, tokens: u32, length: u32, runs: usize): u32 {
  const starts: u32 = tokens < length ? 0 : tokens - length + 1;
  if (length === 3) threes(prints, starts, runs);
  else for (let at: u32 = 0; at < starts; at++) setWord(runs, at, runHash(prints, at, length));
  return starts;
}

/** The hashes and ends of the shortest runs of so much evidence; returns how many they are. */
function mixedRuns(list: SeedList, prints: usize, tokens: u32, halves: u32): u32 {
  const starts = runEnds(prints, tokens, halves, list.ends);
  for (let at: u32 = 0; at < starts; at++)
    setWord(list.runs, at, runHash(prints, at, wordAt(list.ends, at) - at));
  return starts;
}

function addEven(list: SeedList, passed: u32, place: u32, length: u32, widest: u32): void {
  const runs = list.runs;
  const hashes = list.hashes;
  const places = list.places;
  const seconds = list.seconds;
  let count = list.count;
  for (let number: u32 = 0; number < passed; number++) {
    const at = wordAt(list.first, number);
    const run = wordAt(runs, at);
    const last = min(list.starts - 1, at + length + widest);
    for (let next = at + length; next <= last; next++) {
      setWord(hashes, count, seedHash(run, wordAt(runs, next)));
      setWord(seconds, count, place + next);
      setWord(places, count, place + at);
      count++;
    }
  }
  list.count = count;
}

function addMixed(list: SeedList, passed: u32, prints: usize, place: u32): void {
  const runs = list.runs;
  let count = list.count;
  for (let number: u32 = 0; number < passed; number++) {
    const at = wordAt(list.first, number);
    if (isOperator(printAt(prints, at))) continue;
    const run = wordAt(runs, at);
    let space: u32 = 0;
    for (let next = wordAt(list.ends, at); next < list.starts && space <= SPACE; next++) {
      const print = printAt(prints, next);
      if (!isOperator(print)) {
        setWord(list.hashes, count, seedHash(run, wordAt(runs, next)));
        setWord(list.seconds, count, place + next);
        setWord(list.places, count, place + at);
        count++;
      }
      space += evidenceOf(print);
    }
  }
  list.count = count;
}

/** Numbers of the runs that may begin a seed, ascending, into `first`; returns how many. */
function pass(filter: RunFilter, runs: usize, starts: u32, first: usize): u32 {
  const words = filter.words;
  if (words === 0) {
    for (let at: u32 = 0; at < starts; at++) setWord(first, at, at);
    return starts;
  }
  const shift = filter.shift;
  const oddFrom = filter.oddFrom;
  const oddShift = filter.oddShift;
  let passed: u32 = 0;
  for (let at: u32 = 0; at < starts; at++) {
    const run = wordAt(runs, at);
    const odd: u32 = 0 - oddBit(run);
    const word = (run >> (shift + (odd & oddShift))) + (odd & oddFrom);
    // Written in any case, and kept if it passes: a branch would be guessed wrong too often.
    setWord(first, passed, at);
    passed += hasBits(wordAt(words, word), run);
  }
  return passed;
}

/** The hashes of every three tokens. */
function threes(prints: usize, starts: u32, runs: usize): void {
  for (let at: u32 = 0; at < starts; at++) {
    const one = extended(3, printAt(prints, at));
    setWord(runs, at, extended(extended(one, printAt(prints, at + 1)), printAt(prints, at + 2)));
  }
}

/** Where the shortest runs of so much evidence end, into `ends`; returns how many tokens begin one. */
function runEnds(prints: usize, tokens: u32, halves: u32, ends: usize): u32 {
  let weight: u32 = 0;
  let end: u32 = 0;
  let starts: u32 = 0;
  for (let at: u32 = 0; at < tokens; at++) {
    while (end < tokens && weight < halves) weight += evidenceOf(printAt(prints, end++));
    if (weight < halves) break;
    setWord(ends, starts++, end);
    weight -= evidenceOf(printAt(prints, at));
  }
  return starts;
}

/** Half tokens that every token weighs: words 2, characters of a script without spaces 1; 0 if they differ or are operators. */
function evenWeight(prints: usize, tokens: u32): u32 {
  if (tokens === 0) return 0;
  const kind = printAt(prints, 0) & 3;
  let differing: u32 = 0;
  for (let at: u32 = 0; at < tokens; at++) differing |= printAt(prints, at) ^ kind;
  return (differing & 3) === 0 && !isOperator(kind) ? 2 - kind : 0;
}
