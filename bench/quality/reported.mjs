// @ts-check
// Reported answers, for a person to look at each.
import { table } from '../figures.mjs';

/** @typedef {import('./entry.js').Passage} Passage */

/**
 * @typedef {object} Reported
 * @property {string} source
 * @property {number} record of its file, from 1
 * @property {string} kind of the match
 * @property {number} evidence in distinctive tokens
 * @property {string} words the first of its strongest passage
 */

/** Words that are shown, and characters. */
const WORDS = 14;
const CHARACTERS = 120;

/**
 * The first words of the strongest passage, on one line.
 * @param {readonly Passage[]} passages @param {string} text of the suspect
 */
export function strongest(passages, text) {
  const [first] = [...passages].sort((a, b) => b.score - a.score);
  const [start, end] = first?.suspect ?? [0, text.length];
  const words = text.slice(start, end).trim().split(/\s+/u);
  return words.slice(0, WORDS).join(' ').slice(0, CHARACTERS) + (words.length > WORDS ? ' …' : '');
}

/** @param {readonly Reported[]} reported */
export function reportedTable(reported) {
  if (reported.length === 0) return 'No answer was reported.';
  const cell = (/** @type {string} */ text) => text.replaceAll('|', '\\|').replaceAll('`', "'");
  return table(
    ['source', 'record', 'kind', 'evidence', 'strongest passage begins'],
    reported.map(({ source, record, kind, evidence, words }) => [
      source,
      String(record),
      kind,
      String(evidence),
      cell(words),
    ]),
  );
}
