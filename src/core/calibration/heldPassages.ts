import type { Span } from '../../shared/dataset.js';
import type { Passage } from '../../shared/match.js';
import type { Parameters } from '../../shared/run.js';
import { shinglesOf } from '../score/shingles.js';
import { Tokeniser } from '../text/tokenise.js';
import type { Tokens } from '../text/tokens.js';
import { Vocabulary } from '../text/vocabulary.js';

/** An answer holds a passage if it has this share of the passage's distinct runs of seed length. */
const SHARE = 0.5;
/** Answers are numbered in the low bits of a posting, its 32 bits of hash stand above them. */
const ANSWERS = 2 ** 21;

/** Counts in how many of many independent answers a passage's words occur. */
export class HeldPassages {
  readonly #vocabulary = new Vocabulary();
  readonly #tokeniser: Tokeniser;
  /** Hash and answer of every distinct run of seed length, ascending. */
  readonly #postings: Float64Array;

  constructor(
    texts: readonly string[],
    private readonly parameters: Parameters,
  ) {
    this.#tokeniser = new Tokeniser(parameters.normalise, this.#vocabulary);
    const runs = texts.slice(0, ANSWERS).map((text) => this.#runsOf(this.#tokeniser.tokenise(text)));
    this.#postings = new Float64Array(runs.reduce((sum, { size }) => sum + size, 0));
    let at = 0;
    runs.forEach((hashes, answer) => {
      for (const hash of hashes) this.#postings[at++] = hash * ANSWERS + answer;
    });
    this.#postings.sort();
  }

  /** The answers that hold the passage of `suspect`, whatever prompt they answer. */
  count(suspect: string, passage: Passage): number {
    const runs = this.#runsOf(within(this.#tokeniser.tokenise(suspect), passage.suspect));
    const enough = Math.max(1, SHARE * runs.size);
    const met = new Map<number, number>();
    let held = 0;
    for (const hash of runs) {
      const end = (hash + 1) * ANSWERS;
      for (let at = this.#firstFrom(hash * ANSWERS); this.#postings[at]! < end; at++) {
        const answer = this.#postings[at]! % ANSWERS;
        const before = met.get(answer) ?? 0;
        met.set(answer, before + 1);
        if (before < enough && before + 1 >= enough) held++;
      }
    }
    return held;
  }

  #runsOf(tokens: Tokens): Set<number> {
    const shingles = shinglesOf(tokens, this.parameters.seedTokens, this.#vocabulary);
    return new Set(Array.from(shingles, (hash) => hash % 2 ** 32));
  }

  #firstFrom(value: number): number {
    let low = 0;
    let high = this.#postings.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#postings[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The tokens of a span, cut after the whole text was read, since what a token is hangs on the code around it. */
function within(tokens: Tokens, [start, end]: Span): Tokens {
  const first = tokens.starts.findIndex((at) => at >= start);
  const count = tokens.ends.subarray(first, tokens.count).filter((at) => at <= end).length;
  return { ...tokens, ids: tokens.ids.subarray(first, first + count), count };
}
