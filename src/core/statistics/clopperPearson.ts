import { betaQuantile } from './incompleteBeta.js';
import { checkLevel, type Interval } from './interval.js';

/**
 * The exact two-sided interval of confidence for a share of independent trials (Clopper & Pearson 1934, Biometrika
 * 26, 404–413), each tail at most (1 − level) / 2, by quantiles of the beta distribution. It covers the true share
 * with at least the probability `level`, whatever the share. Throws RangeError unless 0 ≤ successes ≤ trials, both
 * whole, and 0 < level < 1. Without a trial nothing is known: 0 to 1.
 */
export function clopperPearson(successes: number, trials: number, level: number): Interval {
  if (!Number.isInteger(successes) || !Number.isInteger(trials) || successes < 0 || successes > trials)
    throw new RangeError(`There are no ${successes} successes in ${trials} trials.`);
  checkLevel(level);
  const tail = (1 - level) / 2;
  return {
    lower: successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1),
    upper: successes === trials ? 1 : betaQuantile(1 - tail, successes + 1, trials - successes),
  };
}
