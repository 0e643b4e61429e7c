// @ts-check
// The figures as Markdown.
import { table } from '../figures.mjs';
import { REPORTED_BY } from './scores.mjs';

/** @typedef {import('./results.mjs').Result} Result */
/** @typedef {import('./rates.mjs').Estimate} Estimate */

/**
 * How much of all positives every score finds, with intervals over prompts.
 * @param {readonly Result[]} results
 */
export function scoreTable(results) {
  const [first] = results;
  const rates = (first?.rates ?? []).map(({ rate }) => `found at ${named(rate)}`);
  const described = first?.rates[0]?.described ? ['of the suspect'] : [];
  const rows = results.map(({ score, rates: list, area }) => {
    const wrong = list.map((one) => one.wrong.found).join(', ');
    const of = list[0]?.wrong.of ?? 0;
    const suspect = list.map((one) => one.described?.found).join(', ');
    return [
      score,
      ...list.map(({ all }) => withInterval(all)),
      `${wrong} of ${of}`,
      `${area.value.toFixed(4)} (${area.lower.toFixed(4)}–${area.upper.toFixed(4)})`,
      ...described.map(() => `${suspect} of ${list[0]?.described?.of ?? 0}`),
    ];
  });
  return table(['score', ...rates, 'false there', 'AUC', ...described], rows);
}

/**
 * How many copies of each edit every score finds at 0.1 % (at none).
 * @param {readonly Result[]} results
 */
export function editTable(results) {
  const rows = editsOf(results).map((edit) => [
    edit,
    ...results.map(({ rates }) => {
      const [few, none] = [0.001, 0].map((wished) => rates.find(({ rate }) => rate === wished)?.edits[edit]);
      return `${few?.found ?? 0} (${none?.found ?? 0}) of ${few?.of ?? 0}`;
    }),
  ]);
  return table(['found at 0.1 % (at none)', ...results.map(({ score }) => score)], rows);
}

/**
 * Of the evidence that the product reports by: each edit with its intervals.
 * @param {readonly Result[]} results
 */
export function evidenceTable(results) {
  const evidence = results.find(({ score }) => score === REPORTED_BY);
  if (!evidence) return '';
  const rows = editsOf(results).map((edit) => [
    edit,
    ...evidence.rates.map(({ edits }) => withInterval(edits[edit])),
    (evidence.areas[edit] ?? NaN).toFixed(4),
  ]);
  const head = evidence.rates.map(({ rate, threshold }) => `at ${named(rate)}: over ${threshold}`);
  return table([REPORTED_BY, ...head, 'AUC'], rows);
}

/**
 * Over twenty halves: the share that is found, and how often it is more than what the product reports by finds.
 * @param {readonly import('./results.mjs').Repeated[]} repeated @param {readonly number[]} wished the rates
 */
export function repeatedTable(repeated, wished) {
  const rows = repeated.map(({ score, rates, more }) => [
    score,
    ...rates.map(({ median, least, most }) => `${percent(median)} (${percent(least)}–${percent(most)})`),
    rates.map(({ wrong }) => percent(wrong)).join(', '),
    more.join(', '),
  ]);
  const found = wished.map((rate) => `found at ${named(rate)}`);
  return table(['score', ...found, 'false there', `more than ${REPORTED_BY}, of 20`], rows);
}

/** @param {readonly Result[]} results */
function editsOf(results) {
  return Object.keys(results[0]?.rates[0]?.edits ?? {});
}

/** @param {number} rate */
function named(rate) {
  return rate === 0 ? 'none' : percent(rate);
}

/** @param {Estimate | undefined} share */
export function withInterval(share) {
  if (!share) return '–';
  return `${percent(share.value)} (${percent(share.lower)}–${percent(share.upper)})`;
}

/** @param {number} share */
export function percent(share) {
  const hundred = 100 * share;
  const digits = hundred > 0 && hundred < 1 ? 2 : hundred < 10 ? 1 : 0;
  return `${String(Number(hundred.toFixed(digits)))} %`;
}
