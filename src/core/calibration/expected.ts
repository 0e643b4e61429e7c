import type { Background, Expected, Pairing } from '../../shared/calibration.js';
import { binomialMost } from '../statistics/binomialMost.js';
import { worstOf } from './background.js';
import { LEVEL } from './rates.js';

/**
 * How many of the suspect's responses chance alone would report: each at the rate of the answers judged as it was.
 * `upper` takes the upper end of the pooled rate, or the worst source's rate where that is larger, since the suspect is
 * one more source and may be as bad as the worst. It bounds the mean; `most` is what a suspect of that mean exceeds by
 * luck once in forty draws, if what happens to its responses is independent.
 */
export function expectedByChance(
  suspects: Pairing,
  paired: Background | undefined,
  unpaired: Background | undefined,
): Expected {
  const parts = [
    [suspects.equal + suspects.near, paired],
    [suspects.none, unpaired],
  ] as const;
  let value = 0;
  let upper = 0;
  for (const [responses, background] of parts) {
    if (responses === 0) continue;
    value += responses * (background?.pooled.value ?? 0);
    upper += responses * (background ? upperRate(background) : 1);
  }
  const responses = parts.reduce((sum, [some]) => sum + some, 0);
  return { value, upper, most: mostByChance(responses, upper) };
}

/** What so many responses exceed once in forty draws, if chance reports `mean` of them on average. */
export function mostByChance(responses: number, mean: number): number {
  return binomialMost(responses, mean / Math.max(1, responses), (1 - LEVEL) / 2);
}

function upperRate({ pooled, sources }: Background): number {
  return Math.max(pooled.upper, worstOf(sources).value);
}
