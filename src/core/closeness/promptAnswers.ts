import type { NormaliseSteps } from '../../shared/run.js';
import { byHash } from '../score/hashing.js';
import { countShared, shinglesOf } from '../score/shingles.js';
import { Tokeniser } from '../text/tokenise.js';
import { Vocabulary } from '../text/vocabulary.js';

/** Tokens of a shingle: independent answers to one prompt share few longer ones, which would make most pairs equal. */
export const SHINGLE = 3;

/** Shingles of one source's answers, by the key of their prompt. */
export type SourceAnswers = ReadonlyMap<string, Float64Array>;

/** Makes the shingles of answers; all sources of a comparison share one of these. */
export class AnswerShingles {
  readonly #vocabulary = new Vocabulary();
  readonly #tokeniser: Tokeniser;

  constructor(steps: NormaliseSteps) {
    this.#tokeniser = new Tokeniser(steps, this.#vocabulary);
  }

  /** The distinct shingles of an answer that its prompt doesn't have: to repeat the question is no likeness. */
  of(prompt: string, answer: string): Float64Array {
    const asked = new Set(this.#shingles(prompt));
    return this.#shingles(answer).filter((shingle) => !asked.has(shingle));
  }

  #shingles(text: string): Float64Array {
    return shinglesOf(this.#tokeniser.tokenise(text), SHINGLE, this.#vocabulary);
  }
}

/**
 * One answer of a source to each prompt: of several that with the smallest hash, so that no order matters. Of many
 * prompts those are kept that come first by hash.
 */
export class OneAnswerEach {
  readonly #answers = new Map<string, { readonly prompt: string; readonly text: string }>();
  /** No prompt behind this one is among the first. */
  #last: string | undefined;

  /** @param most prompts */
  constructor(private readonly most = Infinity) {}

  add(key: string, prompt: string, text: string): void {
    if (this.#last !== undefined && byHash(key, this.#last) > 0) return;
    const known = this.#answers.get(key);
    if (known === undefined || byHash(text, known.text) < 0) this.#answers.set(key, { prompt, text });
    if (this.#answers.size >= 2 * this.most) this.#forget();
  }

  /** The prompts, in the order of their hashes. */
  get keys(): readonly string[] {
    return [...this.#answers.keys()].sort(byHash).slice(0, this.most);
  }

  #forget(): void {
    const { keys } = this;
    this.#last = keys.at(-1);
    const kept = new Set(keys);
    for (const key of this.#answers.keys()) if (!kept.has(key)) this.#answers.delete(key);
  }

  /** Shingles of the answers to the prompts of `keys` that it has. */
  shingled(keys: Iterable<string>, shingles: AnswerShingles): SourceAnswers {
    const made = new Map<string, Float64Array>();
    for (const key of keys) {
      const answer = this.#answers.get(key);
      if (answer) made.set(key, shingles.of(answer.prompt, answer.text));
    }
    return made;
  }
}

/** Jaccard of two answers' shingles (Broder 1997); two empty answers are not alike. */
export function closeness(a: Float64Array, b: Float64Array): number {
  const shared = countShared(a, b);
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}
