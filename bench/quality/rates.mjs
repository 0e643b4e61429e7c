// @ts-check
// True positives at given rates of false ones.

/** @typedef {{ prompt: string, scores: Readonly<Record<string, number>> }} Measured */

/** Rates of false positives for which thresholds are chosen. */
export const RATES = [0.01, 0.001, 0];

/**
 * The smallest threshold above which at most that share of the negatives lies.
 * @param {readonly Measured[]} negatives @param {string} score @param {number} rate
 * @returns {number} what a positive has to exceed
 */
export function thresholdFor(negatives, score, rate) {
  const values = negatives.map(({ scores }) => scores[score] ?? 0).sort((a, b) => b - a);
  return values[Math.floor(rate * values.length)] ?? 0;
}

/**
 * @param {import('./product.mjs').Product} product
 * @param {readonly Measured[]} list @param {string} score @param {number} threshold
 */
export function shareAbove(product, list, score, threshold) {
  /** @type {Map<string, { successes: number, trials: number }>} */
  const clusters = new Map();
  for (const { prompt, scores } of list) {
    const cluster = clusters.get(prompt) ?? { successes: 0, trials: 0 };
    clusters.set(prompt, cluster);
    cluster.trials++;
    if ((scores[score] ?? 0) > threshold) cluster.successes++;
  }
  const found = [...clusters.values()].reduce((sum, { successes }) => sum + successes, 0);
  return {
    found,
    of: list.length,
    value: list.length === 0 ? 0 : found / list.length,
    ...(list.length === 0 ? { lower: 0, upper: 1 } : product.bootstrapShare([...clusters.values()], 0.95)),
  };
}

/**
 * The probability that a positive scores higher than a negative, ties by half (Mann and Whitney 1947).
 * @param {readonly Measured[]} positives @param {readonly Measured[]} negatives @param {string} score
 */
export function areaUnderCurve(positives, negatives, score) {
  const all = [
    ...positives.map(({ scores }) => ({ value: scores[score] ?? 0, positive: true })),
    ...negatives.map(({ scores }) => ({ value: scores[score] ?? 0, positive: false })),
  ].sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let at = 0; at < all.length;) {
    let end = at;
    while (end < all.length && all[end]?.value === all[at]?.value) end++;
    for (let one = at; one < end; one++) if (all[one]?.positive) ranks += (at + end + 1) / 2;
    at = end;
  }
  const n = positives.length;
  return (ranks - (n * (n + 1)) / 2) / (n * negatives.length);
}
