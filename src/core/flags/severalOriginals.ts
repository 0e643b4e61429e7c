import type { Passage } from '../../shared/match.js';
import type { NormaliseSteps } from '../../shared/run.js';
import { OtherPrompts } from '../calibration/otherPrompts.js';
import { heldShare, SAME } from './held.js';
import { plain } from './swappedNames.js';

/** One match of a suspect response, best first among its others. */
export interface PromptedMatch {
  readonly reported: boolean;
  readonly passages: readonly Passage[];
  /** What its original answers, or how that begins; "" where there is none. */
  readonly prompt: string;
}

/**
 * True if an original that answers another prompt holds what counts in the best match: a text that is said whatever
 * was asked. The same prompt asked again, nearly so or with more around it, and originals without prompts, show nothing
 * of the kind.
 */
export function isInSeveralOriginals(
  matches: readonly PromptedMatch[],
  toll: number,
  steps: NormaliseSteps,
): boolean {
  const [best, ...others] = matches;
  if (!best?.reported || best.prompt === '') return false;
  return others.some(
    ({ reported, passages, prompt }) =>
      reported &&
      prompt !== best.prompt &&
      heldShare(best.passages, passages, toll) >= SAME &&
      isAnother(best.prompt, prompt, steps),
  );
}

/** Not certainly, where one has no word, or holds all words of the other in a row. */
function isAnother(one: string, other: string, steps: NormaliseSteps): boolean {
  const [mine, theirs] = [plain(one), plain(other)];
  if (mine === '' || theirs === '') return false;
  if (` ${mine} `.includes(` ${theirs} `) || ` ${theirs} `.includes(` ${mine} `)) return false;
  return new OtherPrompts(one, steps).has(other);
}
