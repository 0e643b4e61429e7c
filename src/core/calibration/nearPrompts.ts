import type { NormaliseSteps } from '../../shared/run.js';
import { countShared, shinglesOf } from '../score/shingles.js';
import { Tokeniser } from '../text/tokenise.js';
import { Vocabulary } from '../text/vocabulary.js';

/** Tokens of a prompt's shingles: prompts are short. */
const SIZE = 3;
/** Jaccard of the shingles from which on two prompts are near-duplicates: a word changed among thirty. */
const NEAR = 0.8;

/** Finds the near-duplicate of a prompt among many. */
export class NearPrompts {
  readonly #vocabulary = new Vocabulary();
  readonly #tokeniser: Tokeniser;
  readonly #shingles: Float64Array[] = [];
  readonly #holding = new Map<number, number[]>();

  /** `prompts` in an order of their own, since the first of equally near ones is taken. */
  constructor(
    readonly prompts: readonly string[],
    steps: NormaliseSteps,
  ) {
    this.#tokeniser = new Tokeniser(steps, this.#vocabulary);
    prompts.forEach((prompt, number) => {
      const shingles = this.#shinglesOf(prompt);
      this.#shingles.push(shingles);
      for (const shingle of shingles) {
        const holding = this.#holding.get(shingle);
        if (holding) holding.push(number);
        else this.#holding.set(shingle, [number]);
      }
    });
  }

  /** The prompt that is most alike, if any is a near-duplicate. */
  nearest(prompt: string): string | undefined {
    const mine = this.#shinglesOf(prompt);
    // A prompt that shares so much shares one of any so many shingles: the rest needn't propose.
    const enough = mine.length - Math.ceil(NEAR * mine.length) + 1;
    const rarest = [...mine].sort((a, b) => this.#times(a) - this.#times(b) || a - b).slice(0, enough);
    const candidates = new Set(rarest.flatMap((shingle) => this.#holding.get(shingle) ?? []));
    let best = -1;
    let most = NEAR;
    for (const number of [...candidates].sort((a, b) => a - b)) {
      const shared = countShared(mine, this.#shingles[number]!);
      const jaccard = shared / (mine.length + this.#shingles[number]!.length - shared);
      if (best < 0 ? jaccard < most : jaccard <= most) continue;
      best = number;
      most = jaccard;
    }
    return best < 0 ? undefined : this.prompts[best];
  }

  #times(shingle: number): number {
    return this.#holding.get(shingle)?.length ?? 0;
  }

  #shinglesOf(prompt: string): Float64Array {
    return shinglesOf(this.#tokeniser.tokenise(prompt), SIZE, this.#vocabulary);
  }
}
