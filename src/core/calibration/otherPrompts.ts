import type { NormaliseSteps } from '../../shared/run.js';
import { PromptKeys } from './promptKeys.js';
import { PromptShingles } from './promptShingles.js';

/** Tells which prompts certainly ask for something else than one prompt does. */
export class OtherPrompts {
  readonly #keys: PromptKeys;
  readonly #shingles: PromptShingles;
  readonly #key: string;
  readonly #mine: Float64Array;

  constructor(prompt: string, steps: NormaliseSteps) {
    this.#keys = new PromptKeys(steps);
    this.#shingles = new PromptShingles(steps);
    this.#key = this.#keys.of(prompt);
    this.#mine = this.#shingles.of(prompt);
  }

  /** False for an equal prompt, for a near-duplicate, and where either says nothing. */
  has(prompt: string): boolean {
    const key = this.#keys.of(prompt);
    if (key === '' || this.#key === '' || key === this.#key) return false;
    return this.#shingles.alike(this.#mine, this.#shingles.of(prompt)) === undefined;
  }
}
