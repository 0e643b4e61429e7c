import type { Passage } from '../../shared/match.js';
import { heldShare, SAME } from './held.js';

/** One match of a suspect response, best first among its others. */
export interface PromptedMatch {
  readonly reported: boolean;
  readonly passages: readonly Passage[];
  /** Equal for equal prompts; "" where there is none. */
  readonly promptKey: string;
}

/**
 * True if an original that answers another prompt holds what counts in the best match: a text that is said whatever
 * was asked. The same prompt asked again, and originals without prompts, show nothing of the kind.
 */
export function isInSeveralOriginals(matches: readonly PromptedMatch[], toll: number): boolean {
  const [best, ...others] = matches;
  if (!best?.reported || best.promptKey === '') return false;
  return others.some(({ reported, passages, promptKey }) => {
    if (!reported || promptKey === '' || promptKey === best.promptKey) return false;
    return heldShare(best.passages, passages, toll) >= SAME;
  });
}
