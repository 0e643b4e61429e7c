// @ts-check
// Every score of a pair, and which originals a text is scored against.

/** @typedef {import('./product.mjs').Product} Product */
/** @typedef {import('./entry.js').Prepared} Prepared */
/** @typedef {import('./entry.js').Explainer} Explainer */
/** @typedef {import('./texts.mjs').Answer} Answer */
/** @typedef {Readonly<Record<string, number>>} Scored */
/**
 * A score that is tried beside the product's: made for the background it may know, it gives a number for a pair.
 * @typedef {(pair: { suspect: Prepared, original: Prepared, explainers: readonly Explainer[] }) => number} Tried
 */

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
   * Of each score the best over the originals of the same prompt, and over these and those that share most shingles.
   * @param {Answer} answer its prompt and text
   * @param {readonly Explainer[]} explainers
   * @param {boolean} elsewhere whether originals to its own prompt and equal texts are left out
   * @returns {{ all: Scored, same: Scored }}
   */
  best({ text, prompt }, explainers, elsewhere = false) {
    const suspect = this.preparer.prepare(text, prompt).withPrompt(prompt, explainers);
    /** @type {Record<string, number>} */
    const all = {};
    /** @type {Record<string, number>} */
    const same = {};
    for (const at of this.candidates(suspect)) {
      const original = /** @type {Prepared} */ (this.originals[at]);
      const own = original.prompt === suspect.prompt;
      if (elsewhere && (own || original.text === suspect.text)) continue;
      for (const [name, score] of Object.entries(this.scores(suspect, original, explainers))) {
        all[name] = Math.max(all[name] ?? 0, score);
        if (own) same[name] = Math.max(same[name] ?? 0, score);
      }
    }
    return { all, same };
  }

  /**
   * @param {Prepared} suspect @param {Prepared} original
   * @param {readonly Explainer[]} explainers those that the suspect was prepared with
   * @returns {Record<string, number>}
   */
  scores(suspect, original, explainers) {
    const { scores } = this.product.scorePair(suspect, original, this.parameters);
    const shown = this.dear ? this.product.addShownScores(scores, suspect.text, original.text) : scores;
    return {
      jaccard: shown.jaccard.value,
      containmentSuspect: shown.containmentSuspect.value,
      containmentOriginal: shown.containmentOriginal.value,
      longestRun: shown.longestRun.value,
      ...(shown.dice && { dice: shown.dice.value }),
      ...(shown.editSimilarity && { editSimilarity: shown.editSimilarity.value }),
      'distinctiveTokens, raw': shown.distinctiveTokens.raw,
      distinctiveTokens: shown.distinctiveTokens.value,
      ...Object.fromEntries(
        Object.entries(this.tried).map(([name, score]) => [name, score({ suspect, original, explainers })]),
      ),
    };
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
