// The spaced seeds of a text, which `core/index/spacedSeeds.ts` describes.
import { hasBits, runHash, runHashes, seedHash, seedHashes } from './hashes';
import { fetchRuns, RunFilter } from './runFilter';
import { runEnds } from './runs';
import { evidenceOf, isOperator, LANES, placeOf, printAt, setWord, wordAt } from './words';

/** Half tokens of evidence between the two runs of a spaced seed, at most. */
export const SPACE: u32 = 4;

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
  /** What the filter has for each run. */
  held: usize;
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
  const passed = pass(filter, list.runs, list.starts, list.first, list.held);
  if (weight === 0) addMixed(list, passed, prints, place);
  else addEven(list, passed, place, length, SPACE / weight);
}

/** The hashes of the runs of so many tokens; returns how many they are. */
function evenRuns(prints: usize, tokens: u32, length: u32, runs: usize): u32 {
  const starts: u32 = tokens < length ? 0 : tokens - length + 1;
  let at: u32 = 0;
  for (; at + LANES <= starts; at += LANES) v128.store(placeOf(runs, at), runHashes(prints, at, length));
  for (; at < starts; at++) setWord(runs, at, runHash(prints, at, length));
  return starts;
}

/** The hashes and ends of the shortest runs of so much evidence; returns how many they are. */
function mixedRuns(list: SeedList, prints: usize, tokens: u32, halves: u32): u32 {
  const starts = runEnds(prints, tokens, halves, list.ends);
  for (let at: u32 = 0; at < starts; at++)
    setWord(list.runs, at, runHash(prints, at, wordAt(list.ends, at) - at));
  return starts;
}

/** Four seeds at once: those of a run lie side by side, and what is written behind the last one is written over. */
function addEven(list: SeedList, passed: u32, place: u32, length: u32, widest: u32): void {
  const runs = list.runs;
  const hashes = list.hashes;
  const places = list.places;
  const seconds = list.seconds;
  let count = list.count;
  for (let number: u32 = 0; number < passed; number++) {
    const at = wordAt(list.first, number);
    const first = at + length;
    const end = min(list.starts, first + widest + 1);
    const run = wordAt(runs, at);
    for (let next = first; next < end; next += LANES) {
      v128.store(placeOf(hashes, count), seedHashes(run, v128.load(placeOf(runs, next))));
      v128.store(placeOf(seconds, count), i32x4.add(i32x4.splat(place + next), i32x4(0, 1, 2, 3)));
      v128.store(placeOf(places, count), i32x4.splat(place + at));
      count += min(LANES, end - next);
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
function pass(filter: RunFilter, runs: usize, starts: u32, first: usize, held: usize): u32 {
  if (filter.words === 0) {
    for (let at: u32 = 0; at < starts; at++) setWord(first, at, at);
    return starts;
  }
  fetchRuns(filter, runs, starts, held);
  let passed: u32 = 0;
  for (let at: u32 = 0; at < starts; at++) {
    // Written in any case, and kept if it passes: a branch would be guessed wrong too often.
    setWord(first, passed, at);
    passed += hasBits(wordAt(held, at), wordAt(runs, at));
  }
  return passed;
}

/** Half tokens that every token weighs: words 2, characters of a script without spaces 1; 0 if they differ or are operators. */
function evenWeight(prints: usize, tokens: u32): u32 {
  if (tokens === 0) return 0;
  const kind = printAt(prints, 0) & 3;
  const all = i16x8.splat(<i16>kind);
  let differing = i16x8.splat(0);
  let at: u32 = 0;
  for (; at + 8 <= tokens; at += 8)
    differing = v128.or(differing, v128.xor(v128.load(prints + ((<usize>at) << 1)), all));
  let rest: u32 = v128.any_true(v128.and(differing, i16x8.splat(3))) ? 3 : 0;
  for (; at < tokens; at++) rest |= printAt(prints, at) ^ kind;
  return (rest & 3) === 0 && !isOperator(kind) ? 2 - kind : 0;
}
