import type { Passage } from '../../shared/match.js';

/** Share of what counts in the best match that the other original must have as well. */
const SAME = 0.9;

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
  const seeds = best.passages.filter(({ score }) => score > toll).flatMap((passage) => passage.seeds);
  const whole = seeds.reduce((sum, { tokens }) => sum + tokens, 0);
  if (whole === 0) return false;
  return others.some(({ reported, passages, promptKey }) => {
    if (!reported || promptKey === '' || promptKey === best.promptKey) return false;
    const counted = passages.filter(({ score }) => score > toll);
    const held = seeds.filter(({ suspect: [from, to] }) =>
      counted.some(({ suspect: [start, end] }) => start <= from && to <= end),
    );
    return held.reduce((sum, { tokens }) => sum + tokens, 0) >= SAME * whole;
  });
}
