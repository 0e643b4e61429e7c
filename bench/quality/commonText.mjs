// @ts-check
// Tried: text that several originals hold, to different prompts, explains like a prompt. Give it to --try.

/** @typedef {import('./product.mjs').Product} Product */
/** @typedef {import('./entry.js').Prepared} Prepared */
/** @typedef {import('./entry.js').Explainer} Explainer */
/** @typedef {import('./scores.mjs').Tried} Tried */
/** @typedef {import('./texts.mjs').Answer} Answer */

/** Tokens of a window. */
const TOKENS = [5, 8];
/** Prompts whose originals hold a window, from which on it is common. */
const PROMPTS = [2, 3, 5, 10];

/**
 * Windows are counted exactly and by prompt, so that several answers to one prompt are one.
 * @param {Product} product @param {unknown} _controls @param {readonly Answer[]} originals
 * @returns {Readonly<Record<string, Tried>>}
 */
export default function commonText(product, _controls, originals) {
  const preparer = new product.Preparer(product.DEFAULT_PARAMETERS, new product.Vocabulary());
  const prepared = originals.map(({ text, prompt }) => preparer.prepare(text, prompt));
  /** @type {Record<string, Tried>} */
  const tried = {};
  for (const tokens of TOKENS) {
    const counts = countPrompts(prepared, tokens);
    for (const prompts of PROMPTS) {
      const common = new Map(
        prepared.map((original) => [original.text, commonOf(original, counts, tokens, prompts)]),
      );
      tried[`without ${tokens} tokens of ${prompts} prompts`] = ({ suspect, original, explainers }) =>
        evidence(product, suspect, original, [...explainers, ...(common.get(original.text) ?? [])]);
    }
  }
  return tried;
}

/** @param {Product} product @param {Prepared} suspect @param {Prepared} original @param {readonly Explainer[]} explainers */
function evidence(product, suspect, original, explainers) {
  const explained = suspect.withPrompt(suspect.prompt, explainers);
  return product.scorePair(explained, original, product.DEFAULT_PARAMETERS).scores.distinctiveTokens.value;
}

/**
 * In originals to how many prompts each window occurs.
 * @param {readonly Prepared[]} originals @param {number} tokens
 * @returns {ReadonlyMap<string, number>}
 */
export function countPrompts(originals, tokens) {
  /** @type {Map<string, Prepared[]>} */
  const byPrompt = new Map();
  for (const original of originals)
    byPrompt.set(original.prompt, [...(byPrompt.get(original.prompt) ?? []), original]);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const group of byPrompt.values())
    for (const window of new Set(group.flatMap((original) => windowsOf(original, tokens))))
      counts.set(window, (counts.get(window) ?? 0) + 1);
  return counts;
}

/**
 * The stretches of an original that common windows cover.
 * @param {Prepared} original @param {ReadonlyMap<string, number>} counts @param {number} tokens @param {number} prompts
 * @returns {Explainer[]}
 */
export function commonOf(original, counts, tokens, prompts) {
  const { starts, ends } = original.tokens;
  /** @type {Explainer[]} */
  const stretches = [];
  let first = -1;
  let end = -1;
  const close = () => {
    if (first >= 0)
      stretches.push({ reason: 'common', text: original.text.slice(starts[first], ends[end - 1]) });
  };
  windowsOf(original, tokens).forEach((window, at) => {
    if ((counts.get(window) ?? 0) < prompts) return;
    if (at > end || first < 0) {
      close();
      first = at;
    }
    end = at + tokens;
  });
  close();
  return stretches;
}

/** @param {Prepared} original @param {number} tokens one key for each window, in order */
function windowsOf({ tokens: { ids, count } }, tokens) {
  return Array.from({ length: Math.max(0, count - tokens + 1) }, (_, at) =>
    ids.subarray(at, at + tokens).join(' '),
  );
}
