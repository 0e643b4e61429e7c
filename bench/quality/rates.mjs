// @ts-check
// True positives at given rates of false ones, with intervals by bootstrap over prompts.

/** @typedef {import('./product.mjs').Product} Product */
/** @typedef {{ prompt: string, scores: Readonly<Record<string, number>> }} Measured */
/** @typedef {{ value: number, lower: number, upper: number }} Estimate */

/** Rates of false positives for which thresholds are chosen. */
export const RATES = [0.01, 0.001, 0];

const LEVEL = 0.95;
/** Samples for an area: its percentiles move little, and each costs a walk over all answers. */
const SAMPLES = 500;

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
 * @param {Product} product
 * @param {readonly Measured[]} list @param {string} score @param {number} threshold
 * @returns {Estimate & { found: number, of: number }}
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
    ...(list.length === 0 ? { lower: 0, upper: 1 } : product.bootstrapShare([...clusters.values()], LEVEL)),
  };
}

/**
 * The probability that a positive scores higher than a negative, ties by half (Mann and Whitney 1947).
 * @param {readonly Measured[]} positives @param {readonly Measured[]} negatives @param {string} score
 */
export function areaUnderCurve(positives, negatives, score) {
  const ranked = rankedBy(score, positives, negatives);
  return areaOf(
    ranked,
    ranked.map(() => 1),
  );
}

/**
 * The same with its interval: prompts are drawn, and whatever answers one, copy or not, is drawn with it.
 * @param {Product} product
 * @param {readonly Measured[]} positives @param {readonly Measured[]} negatives @param {string} score
 * @returns {Estimate}
 */
export function areaWithInterval(product, positives, negatives, score) {
  const ranked = rankedBy(score, positives, negatives);
  const prompts = [...new Set(ranked.map(({ prompt }) => prompt))].sort();
  const numbers = new Map(prompts.map((prompt, number) => [prompt, number]));
  const places = ranked.map(({ prompt }) => numbers.get(prompt) ?? 0);
  const value = areaOf(
    ranked,
    ranked.map(() => 1),
  );
  if (!Number.isFinite(value)) return { value, lower: 0, upper: 1 };
  const statistic = (/** @type {readonly number[]} */ sample) => {
    const times = new Uint32Array(prompts.length);
    for (const number of sample) times[number] = (times[number] ?? 0) + 1;
    const area = areaOf(
      ranked,
      places.map((place) => times[place] ?? 0),
    );
    return Number.isFinite(area) ? area : value;
  };
  return { value, ...product.bootstrap([...prompts.keys()], statistic, LEVEL, 1, SAMPLES) };
}

/** @typedef {{ prompt: string, value: number, positive: boolean }} Ranked */

/**
 * @param {string} score @param {readonly Measured[]} positives @param {readonly Measured[]} negatives
 * @returns {Ranked[]} ascending
 */
function rankedBy(score, positives, negatives) {
  const as = (/** @type {boolean} */ positive) => (/** @type {Measured} */ one) => ({
    prompt: one.prompt,
    value: one.scores[score] ?? 0,
    positive,
  });
  return [...positives.map(as(true)), ...negatives.map(as(false))].sort((a, b) => a.value - b.value);
}

/** Each as often as its weight says. @param {readonly Ranked[]} ranked @param {readonly number[]} weights */
function areaOf(ranked, weights) {
  let area = 0;
  let positives = 0;
  let below = 0;
  for (let at = 0; at < ranked.length;) {
    const value = ranked[at]?.value;
    let [high, low] = [0, 0];
    for (; at < ranked.length && ranked[at]?.value === value; at++)
      if (ranked[at]?.positive) high += weights[at] ?? 0;
      else low += weights[at] ?? 0;
    area += high * (below + low / 2);
    positives += high;
    below += low;
  }
  return area / (positives * below);
}
