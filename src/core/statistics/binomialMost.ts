import { incompleteBeta } from './incompleteBeta.js';

/**
 * The smallest number that the successes among `trials` independent trials exceed with a probability of at most `tail`,
 * where each succeeds with the probability `share`: by the binomial's tail, an incomplete beta function (Abramowitz &
 * Stegun 26.5.24).
 */
export function binomialMost(trials: number, share: number, tail: number): number {
  if (share >= 1) return trials;
  let low = 0;
  let high = trials;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (incompleteBeta(share, middle + 1, trials - middle) <= tail) high = middle;
    else low = middle + 1;
  }
  return low;
}
