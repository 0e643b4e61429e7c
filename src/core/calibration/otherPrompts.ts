import type { NormaliseSteps } from '../../shared/run.js';
import { NearPrompts } from './nearPrompts.js';
import { PromptKeys } from './promptKeys.js';

/** Tells which prompts certainly ask for something else than one prompt does. */
export class OtherPrompts {
  readonly #keys: PromptKeys;
  readonly #key: string;
  readonly #near: NearPrompts;

  constructor(prompt: string, steps: NormaliseSteps) {
    this.#keys = new PromptKeys(steps);
    this.#key = this.#keys.of(prompt);
    this.#near = new NearPrompts([prompt], steps);
  }

  /** False for an equal prompt, for a near-duplicate, and where either says nothing. */
  has(prompt: string): boolean {
    const key = this.#keys.of(prompt);
    if (key === '' || this.#key === '' || key === this.#key) return false;
    return this.#near.nearest(prompt) === undefined;
  }
}
