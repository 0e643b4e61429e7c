import type { NormaliseSteps } from '../../shared/run.js';
import { normalise } from '../text/normalise.js';

/** The form in which prompts are equal; empty for a prompt that says nothing. */
export function promptKey(prompt: string, steps: NormaliseSteps): string {
  return normalise(prompt, steps).text.trim();
}
