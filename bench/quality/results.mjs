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
 * Two halves of the prompts: thresholds are chosen on the first and reported on the second. Another `salt` halves
 * them in another way.
 * @param {Product} product @param {Sets} sets
 * @param {readonly ['first' | 'second', 'first' | 'second']} order @param {string} salt
 * @returns {Sets}
 */
export function halved(product, { negatives, positives }, [first, second] = ['first', 'second'], salt = '') {
  const half =
    (/** @type {'first' | 'second'} */ which) =>
    (/** @type {Measured} */ { prompt }) =>
      product.halfOf(product.hashText(salt + prompt)) === which;
  return {
    chosenOn: negatives.filter(half(first)),
    negatives: negatives.filter(half(second)),
    positives: Object.fromEntries(
      Object.entries(positives).map(([edit, list]) => [edit, list.filter(half(second))]),
    ),
  };
}

/**
 * @typedef {object} Repeated
 * @property {string} score
 * @property {readonly { median: number, least: number, most: number, wrong: number }[]} rates the shares that are
 *   found at each rate, and the mean share of the negatives above the thresholds
 * @property {readonly number[]} more at each rate the halves in which it finds more than `against` does
 */

/**
 * Ten ways to halve the prompts, each half once chosen on and once reported: at none one answer decides a threshold,
 * so that a single half says little.
 * @param {Product} product @param {readonly string[]} scores @param {Sets} sets @param {string} against
 * @returns {Repeated[]}
 */
export function repeatedly(product, scores, sets, against) {
  const halves = Array.from({ length: 10 }, (_, seed) => [
    halved(product, sets, ['first', 'second'], `${seed} `),
    halved(product, sets, ['second', 'first'], `${seed} `),
  ]).flat();
  const at = (/** @type {string} */ score) =>
    RATES.map((rate) =>
      halves.map(({ chosenOn, negatives, positives }) => {
        const threshold = thresholdFor(chosenOn, score, rate);
        const above = (/** @type {readonly Measured[]} */ list) =>
          list.filter(({ scores: of }) => (of[score] ?? 0) > threshold).length / list.length;
        return { found: above(Object.values(positives).flat()), wrong: above(negatives) };
      }),
    );
  const other = at(against);
  return scores.map((score) => {
    const own = at(score);
    return {
      score,
      rates: own.map((list) => {
        const sorted = list.map(({ found }) => found).sort((a, b) => a - b);
        const [low = 0, high = 0] = [sorted[sorted.length / 2 - 1], sorted[sorted.length / 2]];
        const wrong = list.reduce((sum, one) => sum + one.wrong, 0) / list.length;
        return { median: (low + high) / 2, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0, wrong };
      }),
      more: own.map(
        (list, rate) => list.filter(({ found }, n) => found > (other[rate]?.[n]?.found ?? 0)).length,
      ),
    };
  });
}
