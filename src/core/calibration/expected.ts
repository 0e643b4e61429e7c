import type { Background, Expected, Pairing } from '../../shared/calibration.js';
import { worstOf } from './background.js';

/**
 * How many of the suspect's responses chance alone would report: each at the rate of the answers judged as it was.
 * The upper number takes the upper end of the pooled rate, or the worst source's rate where that is larger, since the
 * suspect is one more source and may be as bad as the worst. It bounds the mean, not the luck of one draw.
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
  return { value, upper };
}

function upperRate({ pooled, sources }: Background): number {
  return Math.max(pooled.upper, worstOf(sources).value);
}
