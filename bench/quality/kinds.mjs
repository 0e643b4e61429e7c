// @ts-check
// Rates by script and kind of text, at the product's own threshold.
import { table } from '../figures.mjs';
import { percent, withInterval } from './tables.mjs';

/** @typedef {import('./product.mjs').Product} Product */
/** @typedef {import('./entry.js').Judged} Judged */
/** @typedef {Readonly<Record<string, readonly Judged[]>>} JudgedLists */

/** A share of fewer answers is no rate, and a kind with fewer in all lists is left out. */
const LEAST = 10;

/**
 * @typedef {object} KindRates
 * @property {string} kind as "script: Han"
 * @property {Readonly<Record<string, { reported: number, answers: number, value: number, lower: number, upper: number }>>} lists
 */

/**
 * The share of each list that reaches the threshold, by script and by kind of text.
 * @param {Product} product @param {JudgedLists} lists
 * @returns {KindRates[]}
 */
export function kindRates(product, lists) {
  const threshold = product.DEFAULT_PARAMETERS.reportFrom;
  /** @type {Map<string, Record<string, KindRates['lists'][string]>>} */
  const kinds = new Map();
  for (const [name, list] of Object.entries(lists)) {
    for (const { by, name: stratum, ...rate } of product.stratumRates(list, threshold)) {
      if (by === 'length') continue;
      const kind = `${by}: ${stratum}`;
      kinds.set(kind, { ...kinds.get(kind), [name]: rate });
    }
  }
  return [...kinds]
    .map(([kind, of]) => ({ kind, lists: of }))
    .filter(({ lists: of }) => Object.values(of).reduce((sum, { answers }) => sum + answers, 0) >= LEAST)
    .sort((a, b) => (a.kind < b.kind ? 1 : -1));
}

/**
 * One column a kind, one row a list.
 * @param {readonly KindRates[]} rates @param {readonly string[]} names
 */
export function kindTable(rates, names) {
  const rows = names.map((name) => [
    name,
    ...rates.map(({ lists }) => {
      const rate = lists[name];
      if (!rate) return '–';
      return rate.answers < LEAST
        ? `${rate.reported} of ${rate.answers}`
        : `${percent(rate.value)} of ${rate.answers} (${withInterval(rate).split('(')[1] ?? ''}`;
    }),
  ]);
  return table(['reported', ...rates.map(({ kind }) => kind)], rows);
}
