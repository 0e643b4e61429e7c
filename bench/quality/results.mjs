// @ts-check
// What every score finds, as numbers: the tables and the JSON file are made of these.
import { areaWithInterval, RATES, shareAbove, thresholdFor } from './rates.mjs';

/** @typedef {import('./rates.mjs').Measured} Measured */
/** @typedef {import('./rates.mjs').Estimate} Estimate */
/** @typedef {import('./product.mjs').Product} Product */

/**
 * @typedef {object} Sets
 * @property {readonly Measured[]} chosenOn negatives that thresholds are chosen on
 * @property {readonly Measured[]} negatives those on which the rate is reported
 * @property {Readonly<Record<string, readonly Measured[]>>} positives by edit
 * @property {readonly Measured[]} [described] answers whose truth is not known
 */

/** @typedef {Estimate & { found: number, of: number }} Share */

/**
 * @typedef {object} AtRate
 * @property {number} rate that the threshold was chosen for
 * @property {number} threshold what an answer has to exceed
 * @property {Share} wrong negatives above it
 * @property {Share} all of all positives above it
 * @property {Readonly<Record<string, Share>>} edits positives above it by edit
 * @property {Share} [described]
 */

/**
 * @typedef {object} Result
 * @property {string} score
 * @property {readonly AtRate[]} rates
 * @property {Estimate} area under the curve, of all positives
 * @property {Readonly<Record<string, number>>} areas by edit
 */

/**
 * One result a score; shares and areas with intervals over prompts.
 * @param {Product} product @param {readonly string[]} scores @param {Sets} sets
 * @returns {Result[]}
 */
export function resultsOf(product, scores, { chosenOn, negatives, positives, described }) {
  const every = Object.values(positives).flat();
  const edits = Object.entries(positives);
  return scores.map((score) => ({
    score,
    rates: RATES.map((rate) => {
      const threshold = thresholdFor(chosenOn, score, rate);
      const above = (/** @type {readonly Measured[]} */ list) => shareAbove(product, list, score, threshold);
      return {
        rate,
        threshold,
        wrong: above(negatives),
        all: above(every),
        edits: Object.fromEntries(edits.map(([edit, list]) => [edit, above(list)])),
        ...(described && { described: above(described) }),
      };
    }),
    area: areaWithInterval(product, every, negatives, score),
    areas: Object.fromEntries(
      edits.map(([edit, list]) => [edit, areaWithInterval(product, list, negatives, score).value]),
    ),
  }));
}

/**
 * Two halves of the prompts: thresholds are chosen on the first and reported on the second.
 * @param {Product} product @param {Sets} sets
 * @returns {Sets}
 */
export function halved(product, { negatives, positives }) {
  const half =
    (/** @type {'first' | 'second'} */ which) =>
    (/** @type {Measured} */ { prompt }) =>
      product.halfOf(prompt) === which;
  return {
    chosenOn: negatives.filter(half('first')),
    negatives: negatives.filter(half('second')),
    positives: Object.fromEntries(
      Object.entries(positives).map(([edit, list]) => [edit, list.filter(half('second'))]),
    ),
  };
}
