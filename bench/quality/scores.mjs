// @ts-check
// Every score of a pair, and which originals a text is scored against.
import { strongest } from './reported.mjs';

/** @typedef {import('./product.mjs').Product} Product */
/** @typedef {import('./entry.js').Prepared} Prepared */
/** @typedef {import('./entry.js').Explainer} Explainer */
/** @typedef {import('./texts.mjs').Answer} Answer */
/** @typedef {Readonly<Record<string, number>>} Scored */
/**
 * A score that is tried beside the product's: made for the background it may know, it gives a number for a pair.
 * @typedef {(pair: { suspect: Prepared, original: Prepared, explainers: readonly Explainer[] }) => number} Tried
 */

/** The score that the product reports by. */
export const REPORTED_BY = 'distinctiveTokens';

/** Originals that a text is scored against beside that of its own prompt. */
const CANDIDATES = 8;

export class Scorer {
  /**
   * @param {Product} product @param {readonly Answer[]} originals @param {boolean} dear dice and edit similarity too
   * @param {Readonly<Record<string, Tried>>} tried
   */
  constructor(product, originals, dear, tried) {
    this.product = product;
    this.dear = dear;
    this.tried = tried;
    this.parameters = product.DEFAULT_PARAMETERS;
    this.preparer = new product.Preparer(this.parameters, new product.Vocabulary());
    this.answers = originals;
    this.originals = originals.map(({ text, prompt }) => this.preparer.prepare(text, prompt));
    /** @type {Map<number, number[]>} */
    this.holding = new Map();
    this.originals.forEach((original, at) => {
      for (const shingle of original.shingles) {
        const holding = this.holding.get(shingle);
        if (holding) holding.push(at);
        else this.holding.set(shingle, [at]);
      }
    });
    /** @type {Map<string, number[]>} */
    this.byPrompt = new Map();
    originals.forEach(({ prompt }, at) =>
      this.byPrompt.set(prompt, [...(this.byPrompt.get(prompt) ?? []), at]),
    );
  }

  /**
   * Of each score the best over the originals of the same prompt, and over these and those that share most shingles;
   * the words with the best evidence.
   * @param {Answer} answer
   * @param {readonly Explainer[]} explainers
   * @param {boolean} elsewhere whether originals to its own prompt, of its own record and with its own text are left out
   * @returns {{ all: Scored, same: Scored, words: string }}
   */
  best(answer, explainers, elsewhere = false) {
    const { text, prompt } = answer;
    const suspect = this.preparer.prepare(text, prompt).withPrompt(prompt, explainers);
    /** @type {Record<string, number>} */
    const all = {};
    /** @type {Record<string, number>} */
    const same = {};
    let words = '';
    for (const at of this.candidates(suspect)) {
      const original = /** @type {Prepared} */ (this.originals[at]);
      const own = prompt !== '' && original.prompt === prompt;
      if (elsewhere && (own || original.text === text || sameRecord(answer, this.answers[at]))) continue;
      const { scores, passages } = this.scores(suspect, original, explainers);
      if ((scores[REPORTED_BY] ?? 0) > (all[REPORTED_BY] ?? 0)) words = strongest(passages, text);
      for (const [name, score] of Object.entries(scores)) {
        all[name] = Math.max(all[name] ?? 0, score);
        if (own) same[name] = Math.max(same[name] ?? 0, score);
      }
    }
    return { all, same, words };
  }

  /**
   * @param {Prepared} suspect @param {Prepared} original
   * @param {readonly Explainer[]} explainers those that the suspect was prepared with
   */
  scores(suspect, original, explainers) {
    const { scores, passages } = this.product.scorePair(suspect, original, this.parameters);
    const shown = this.dear ? this.product.addShownScores(scores, suspect.text, original.text) : scores;
    /** @type {Record<string, number>} */
    const named = {
      jaccard: shown.jaccard.value,
      containmentSuspect: shown.containmentSuspect.value,
      containmentOriginal: shown.containmentOriginal.value,
      longestRun: shown.longestRun.value,
      ...(shown.dice && { dice: shown.dice.value }),
      ...(shown.editSimilarity && { editSimilarity: shown.editSimilarity.value }),
      'distinctiveTokens, raw': shown.distinctiveTokens.raw,
      [REPORTED_BY]: shown.distinctiveTokens.value,
      evidenceBits: shown.evidenceBits?.value ?? 0,
      ...Object.fromEntries(
        Object.entries(this.tried).map(([name, score]) => [name, score({ suspect, original, explainers })]),
      ),
    };
    return { scores: named, passages };
  }

  /** @param {Prepared} suspect @returns {Set<number>} */
  candidates(suspect) {
    /** @type {Map<number, number>} */
    const shared = new Map();
    for (const shingle of suspect.shingles) {
      const holding = this.holding.get(shingle) ?? [];
      for (const at of holding) shared.set(at, (shared.get(at) ?? 0) + 1 / holding.length);
    }
    const most = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES);
    return new Set([...(this.byPrompt.get(suspect.prompt) ?? []), ...most.map(([at]) => at)]);
  }
}

/** @param {Answer} a @param {Answer | undefined} b */
function sameRecord(a, b) {
  return a.source === b?.source && a.record === b.record;
}
