import type { NormaliseSteps } from '../../shared/run.js';
import { Normaliser } from '../text/normalise.js';

/** The form in which prompts are equal; empty for a prompt that says nothing. */
export class PromptKeys {
  private readonly normaliser: Normaliser;

  constructor(steps: NormaliseSteps) {
    this.normaliser = new Normaliser(steps);
  }

  of(prompt: string): string {
    return this.normaliser.textOf(prompt).trim();
  }
}
