// @ts-check
// What a run of ours stored, against what the exhaustive comparison reports.
import { lines, texts } from './data/jsonl.mjs';
import { truthOf } from './generate.mjs';
import { digest } from './oracle/digest.mjs';
import { parseJson } from './unknown.mjs';

/** @typedef {{ pairs: number, found: number }} Share */

/**
 * @typedef {object} Recall
 * @property {Share} reported pairs that the oracle reports
 * @property {Share} equal pairs that are identical or normalised, reported or not
 * @property {Record<string, Share>} byEdit reported ones, by what the suspect was made with; "chance": other pairs
 * @property {Record<string, Share>} byLength reported ones, by the suspect's characters
 * @property {number} wrongScores stored pairs whose scores are not the oracle's
 * @property {number} extra reported pairs that the oracle left out as sharing hot shingles only, or does not report
 * @property {number} beyondCap pairs not stored since their suspect has as many as are kept
 * @property {[suspect: number, original: number, evidence: number][]} missed the first 50
 */

/** @typedef {import('../src/shared/match.js').Match} Match */

const LIMITS = [300, 1000, 3000];

/** Bands of the length of a suspect, in characters. */
export const LENGTHS = ['under 300 characters', '300 to 1,000', '1,000 to 3,000', 'over 3,000'];

/**
 * @param {import('./generate.mjs').Data} data
 * @param {import('./oracle/oracle.mjs').Oracle} oracle
 * @param {string} matches path of matches.jsonl
 * @param {number} cap originals kept per suspect
 * @returns {Recall}
 */
export function recallOf(data, oracle, matches, cap) {
  const { stored, perSuspect } = readMatches(matches);
  const truth = truthOf(data);
  const lengths = Array.from(texts(data.suspects), (text) => text.length);
  /** @type {Recall} */
  const recall = {
    reported: { pairs: 0, found: 0 },
    equal: { pairs: 0, found: 0 },
    byEdit: {},
    byLength: {},
    wrongScores: 0,
    extra: 0,
    beyondCap: 0,
    missed: [],
  };
  for (const [suspect, original, kind, reported, evidence, hash] of oracle.pairs) {
    const one = stored.get(keyOf(suspect, original));
    stored.delete(keyOf(suspect, original));
    if (one === undefined && (perSuspect.get(suspect) ?? 0) >= cap) {
      recall.beyondCap++;
      continue;
    }
    if (one !== undefined && one.digest !== hash) recall.wrongScores++;
    const found = one !== undefined;
    if (kind === 'identical' || kind === 'normalised') count(recall.equal, found);
    if (!reported) continue;
    const made = truth.get(suspect);
    const edit = made?.originals.includes(original) === true ? made.edit : 'chance';
    count(recall.reported, found);
    count((recall.byEdit[edit] ??= { pairs: 0, found: 0 }), found);
    count((recall.byLength[band(lengths[suspect] ?? 0)] ??= { pairs: 0, found: 0 }), found);
    if (!found && recall.missed.length < 50) recall.missed.push([suspect, original, evidence]);
  }
  for (const { reported, suspect } of stored.values())
    if (reported && suspect % oracle.every === 0) recall.extra++;
  return recall;
}

/** @param {string} file */
function readMatches(file) {
  /** @type {Map<string, { digest: string, reported: boolean, suspect: number }>} */
  const stored = new Map();
  /** @type {Map<number, number>} */
  const perSuspect = new Map();
  for (const line of lines(file)) {
    const match = /** @type {Match} */ (parseJson(line.toString()));
    const { suspect, original, reported } = match;
    stored.set(keyOf(suspect.record, original.record), {
      digest: digest(match),
      reported,
      suspect: suspect.record,
    });
    perSuspect.set(suspect.record, (perSuspect.get(suspect.record) ?? 0) + 1);
  }
  return { stored, perSuspect };
}

/** @param {number} suspect @param {number} original */
function keyOf(suspect, original) {
  return `${suspect}:${original}`;
}

/** @param {Share} share @param {boolean} found */
function count(share, found) {
  share.pairs++;
  if (found) share.found++;
}

/** @param {number} characters */
function band(characters) {
  const at = LIMITS.findIndex((limit) => characters < limit);
  return LENGTHS[at < 0 ? LIMITS.length : at] ?? '';
}
