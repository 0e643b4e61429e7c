/**
 * What proposes a pair: its shared spaced seeds (Ma, Tromp and Li 2002, PatternHunter). A spaced seed is a shortest run
 * of tokens that weighs as much evidence as a seed of a passage, together with another such run that begins at most two
 * tokens of evidence after its end; what stands between them is not looked at. Neighbouring seeds of a passage make one,
 * wherever words were replaced, and two unrelated texts share one a hundred times as seldom as they share a run of three
 * words. Operators weigh nothing and begin none: what all code has in common would make a thousand seeds a pair.
 */
import type { Prints } from './fingerprint.js';
import { runWord, type RunFilter } from './runFilter.js';
import { evidenceOf, mixed, oddBit, runEndIn, runEnds, runHash, threes } from './runs.js';
import { hasBits } from './seedTable.js';
import { widened } from './widened.js';

/** Half tokens of evidence between the two runs of a spaced seed, at most. */
const SPACE = 4;

/** The spaced seeds of some texts; buffers are reused. */
export class SpacedSeeds {
  count = 0;
  /** 32-bit hashes. */
  hashes = new Uint32Array(4096);
  /** Where each begins in the prints; ascending. */
  places = new Uint32Array(4096);
  /** Where the second run of each begins. */
  seconds = new Uint32Array(4096);
  /** How many tokens of the text that was read last begin a run. */
  starts = 0;
  private runs = new Int32Array(1024);
  private ends = new Uint32Array(1024);
  /** Runs that seeds are made of: their places among all runs of the text. */
  private first = new Uint32Array(1024);

  /**
   * @param halves least evidence of a run, in half tokens
   * @param filter without it all seeds are made, with it those of which it has the first run
   */
  constructor(
    private readonly halves: number,
    private readonly filter?: RunFilter,
  ) {}

  /** Forgets all seeds. */
  clear(): void {
    this.count = 0;
  }

  /** Adds the spaced seeds of prints [from, to), one text. */
  read(prints: Prints, from: number, to: number): void {
    const tokens = to - from;
    if (tokens > this.runs.length) {
      this.runs = new Int32Array(2 * tokens);
      this.ends = new Uint32Array(2 * tokens);
      this.first = new Uint32Array(2 * tokens);
    }
    const most = this.count + (SPACE + 1) * tokens;
    while (most > this.hashes.length) {
      this.hashes = widened(this.hashes);
      this.places = widened(this.places);
      this.seconds = widened(this.seconds);
    }
    const weight = evenWeight(prints, from, to);
    if (weight === 0) this.readMixed(prints, from, to);
    else this.readEven(prints, from, to, weight);
  }

  /** What the run that begins at token `at` of the text that was read last is counted under, never 0. */
  keyOf(at: number): number {
    return mixed(this.runs[at]!);
  }

  /** Where all tokens weigh the same, runs are of one length. */
  private readEven(prints: Prints, from: number, to: number, weight: number): void {
    const { runs, hashes, places, seconds, first } = this;
    const length = Math.ceil(this.halves / weight);
    const starts = (this.starts = Math.max(0, to - from - length + 1));
    if (length === 3) threes(prints, from, starts, runs);
    else for (let at = 0; at < starts; at++) runs[at] = runHash(prints, from + at, length);
    let { count } = this;
    const widest = Math.floor(SPACE / weight);
    const passed = this.pass(starts);
    for (let number = 0; number < passed; number++) {
      const at = first[number]!;
      const run = runs[at]!;
      const last = Math.min(starts - 1, at + length + widest);
      for (let next = at + length; next <= last; next++) {
        hashes[count] = seedHash(run, runs[next]!);
        seconds[count] = from + next;
        places[count++] = from + at;
      }
    }
    this.count = count;
  }

  private readMixed(prints: Prints, from: number, to: number): void {
    const { runs, ends, hashes, places, seconds, first } = this;
    const starts = (this.starts = runEnds(prints, from, to, this.halves, ends));
    for (let at = 0; at < starts; at++) runs[at] = runHash(prints, from + at, ends[at]! - at);
    let { count } = this;
    const passed = this.pass(starts);
    for (let number = 0; number < passed; number++) {
      const at = first[number]!;
      if ((prints[from + at]! & 2) !== 0) continue;
      const run = runs[at]!;
      let space = 0;
      for (let next = ends[at]!; next < starts && space <= SPACE; next++) {
        if ((prints[from + next]! & 2) === 0) {
          hashes[count] = seedHash(run, runs[next]!);
          seconds[count] = from + next;
          places[count++] = from + at;
        }
        space += evidenceOf(prints[from + next]!);
      }
    }
    this.count = count;
  }

  /** Numbers of the runs that may begin a seed, ascending, into `first`; returns how many. */
  private pass(starts: number): number {
    const { filter, runs, first } = this;
    let passed = 0;
    if (filter) {
      const { words } = filter;
      for (let at = 0; at < starts; at++) {
        const run = runs[at]!;
        if (hasBits(words[runWord(filter, run)]!, run) !== 0) first[passed++] = at;
      }
    } else for (; passed < starts; passed++) first[passed] = passed;
    return passed;
  }
}

/** True if a spaced seed with this hash begins at token `at` of prints, in a text that ends before token `end`. */
export function hasSeed(prints: Prints, at: number, end: number, halves: number, hash: number): boolean {
  const first = runEndIn(prints, at, end, halves);
  if (first === undefined) return false;
  const run = runHash(prints, at, first - at);
  let space = 0;
  for (let next = first; space <= SPACE; next++) {
    const last = runEndIn(prints, next, end, halves);
    if (last === undefined) return false;
    const begins = (prints[next]! & 2) === 0;
    if (begins && seedHash(run, runHash(prints, next, last - next)) === hash) return true;
    space += evidenceOf(prints[next]!);
  }
  return false;
}

/** Half tokens that every token weighs: words 2, characters of a script without spaces 1; 0 if they differ or are operators. */
function evenWeight(prints: Prints, from: number, to: number): number {
  const kind = from < to ? prints[from]! & 3 : 0;
  for (let at = from; at < to; at++) if ((prints[at]! & 3) !== kind) return 0;
  return (kind & 2) === 0 ? 2 - kind : 0;
}

/**
 * The hash of the seed of two runs: its upper half is the first run's, so that the seeds of a run lie side by side, and
 * its lowest bit tells whether that is odd.
 */
function seedHash(first: number, second: number): number {
  const both = mixed(Math.imul(first, 0x27d4eb2f) + second);
  return ((first & 0xffff0000) | (both & 0xfffe) | oddBit(first)) >>> 0;
}
