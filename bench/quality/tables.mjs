// @ts-check
// The figures as Markdown.
import { table } from '../figures.mjs';
import { areaUnderCurve, RATES, shareAbove, thresholdFor } from './rates.mjs';

/** @typedef {import('./rates.mjs').Measured} Measured */
/** @typedef {import('./product.mjs').Product} Product */

/** @typedef {object} Sets
 * @property {readonly Measured[]} chosenOn negatives that thresholds are chosen on
 * @property {readonly Measured[]} negatives those on which the rate is reported
 * @property {Readonly<Record<string, readonly Measured[]>>} positives by edit
 */

/**
 * How much of all positives every score finds, with intervals over prompts.
 * @param {Product} product @param {readonly string[]} scores @param {Sets} sets
 */
export function scoreTable(product, scores, sets) {
  const all = Object.values(sets.positives).flat();
  const head = ['score', ...RATES.map((rate) => `found at ${named(rate)}`), 'false there', 'AUC'];
  const rows = scores.map((score) => {
    const thresholds = RATES.map((rate) => thresholdFor(sets.chosenOn, score, rate));
    const found = thresholds.map((threshold) => {
      const { value, lower, upper } = shareAbove(product, all, score, threshold);
      return `${percent(value)} (${percent(lower)}–${percent(upper)})`;
    });
    const wrong = thresholds.map((threshold) => shareAbove(product, sets.negatives, score, threshold).found);
    const area = areaUnderCurve(all, sets.negatives, score).toFixed(4);
    return [score, ...found, `${wrong.join(', ')} of ${sets.negatives.length}`, area];
  });
  return table(head, rows);
}

/**
 * How many positives of each edit every score finds at 0.1 % (at none).
 * @param {readonly string[]} scores @param {Sets} sets
 */
export function editTable(scores, sets) {
  const head = [
    'found at 0.1 % (at none)',
    ...Object.entries(sets.positives).map(([edit, list]) => `${edit}, of ${list.length}`),
  ];
  const rows = scores.map((score) => {
    const [, few = 0, none = 0] = RATES.map((rate) => thresholdFor(sets.chosenOn, score, rate));
    return [
      score,
      ...Object.values(sets.positives).map((list) => {
        const above = (/** @type {number} */ threshold) =>
          list.filter(({ scores: all }) => (all[score] ?? 0) > threshold).length;
        return `${above(few)} (${above(none)})`;
      }),
    ];
  });
  return table(head, rows);
}

/** @param {number} rate */
function named(rate) {
  return rate === 0 ? 'none' : percent(rate);
}

/** @param {number} share */
function percent(share) {
  return `${(100 * share).toFixed(share > 0 && share < 0.01 ? 1 : share < 0.1 ? 1 : 0).replace('.0', '')} %`;
}
