import type { NormaliseSteps } from '../../shared/run.js';
import { countShared, shinglesOf } from '../score/shingles.js';
import { Tokeniser } from '../text/tokenise.js';
import { Vocabulary } from '../text/vocabulary.js';

/** Tokens of a prompt's shingles: prompts are short. */
const SIZE = 3;
/** Jaccard of the shingles from which on two prompts are near-duplicates: a word changed among thirty. */
const NEAR = 0.8;

/** Words that are remembered, so that those of a million prompts do not fill the memory. */
const WORDS = 1 << 18;

/** What makes prompts near-duplicates. */
export class PromptShingles {
  readonly #vocabulary = new Vocabulary();
  readonly #tokeniser: Tokeniser;

  constructor(steps: NormaliseSteps) {
    this.#tokeniser = new Tokeniser(steps, this.#vocabulary);
  }

  /** The distinct shingles of a prompt, ascending. */
  of(prompt: string): Float64Array {
    // Shingles are made of the words' letters, whatever their numbers.
    if (this.#vocabulary.size > WORDS) this.#vocabulary.clear();
    return shinglesOf(this.#tokeniser.tokenise(prompt), SIZE, this.#vocabulary);
  }

  /** The Jaccard of two prompts' shingles if they are near-duplicates. */
  alike(mine: Float64Array, theirs: Float64Array): number | undefined {
    const shared = countShared(mine, theirs);
    const jaccard = shared / (mine.length + theirs.length - shared);
    return jaccard >= NEAR ? jaccard : undefined;
  }

  /** Shingles that a near-duplicate of a prompt with so many shares at least. */
  least(shingles: number): number {
    return Math.ceil(NEAR * shingles);
  }

  /** A near-duplicate shares at least one of any so many shingles of a prompt. */
  proposing(shingles: number): number {
    return shingles - this.least(shingles) + 1;
  }
}
