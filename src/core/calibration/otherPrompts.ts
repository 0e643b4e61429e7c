import type { NormaliseSteps } from '../../shared/run.js';
import { NearPrompts } from './nearPrompts.js';
import { promptKey } from './promptKey.js';

/** Tells which prompts certainly ask for something else than one prompt does. */
export class OtherPrompts {
  readonly #key: string;
  readonly #near: NearPrompts;

  constructor(
    prompt: string,
    private readonly steps: NormaliseSteps,
  ) {
    this.#key = promptKey(prompt, steps);
    this.#near = new NearPrompts([prompt], steps);
  }

  /** False for an equal prompt, for a near-duplicate, and where either says nothing. */
  has(prompt: string): boolean {
    const key = promptKey(prompt, this.steps);
    if (key === '' || this.#key === '' || key === this.#key) return false;
    return this.#near.nearest(prompt) === undefined;
  }
}
