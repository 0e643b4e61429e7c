// @ts-check
// Copies of known truth, made of given originals.
import { EDITS } from '../data/edits.mjs';
import { pick, random } from '../data/random.mjs';

/** @typedef {import('./texts.mjs').Answer} Answer */
/** @typedef {{ edit: string, original: Answer, text: string }} Positive */

/** Originals of fewer characters are left out: what is cut or merged of them is too short to judge. */
const LEAST = 400;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Edits of the benchmark's list that are measured here, and those that only given texts have. */
const LISTED = [
  'markup',
  'words 10 %',
  'words 20 %',
  'words 30 %',
  'every 9th word',
  'truncated',
  'reordered',
  'inserted',
  'merged',
];

/** Names as people swap them; both sides are replaced by the next of the list. */
const NAMES = /\b(?:Claude|Anthropic|ChatGPT|GPT-?4?|OpenAI|Gemini|Google|Llama|Meta|Assistant|AI)\b/gu;

/**
 * Every edit of up to `most` originals, chosen by `seed`.
 * @param {readonly Answer[]} originals @param {number} most @param {number} seed
 * @returns {Positive[]}
 */
export function positivesOf(originals, most, seed) {
  const next = random(seed);
  const long = originals.filter(({ text }) => text.length >= LEAST);
  const chosen = long.map((answer) => ({ answer, key: next() })).sort((a, b) => a.key - b.key);
  const words = originals.flatMap(({ text }) => text.match(WORD) ?? []);
  const source = {
    next,
    word: () => pick(next, words),
    han: () => pick(next, words).slice(0, 1),
    answer: () => pick(next, originals).text,
  };
  return chosen.slice(0, most).flatMap(({ answer: original }) => {
    const other = pick(next, long).text;
    const listed = LISTED.map((edit) => {
      // The list's type asks for more of a source than these edits use.
      const made = EDITS[edit]?.(original.text, /** @type {never} */ (source), other) ?? '';
      return { edit, original, text: made };
    });
    return [...listed, { edit: 'names and marks', original, text: namesAndMarks(original.text) }];
  });
}

/** @param {string} text */
function namesAndMarks(text) {
  const other = text.replace(NAMES, 'Nova').replace(/^\s*(?:#+|[-*])\s+/gmu, '');
  return `As requested:\n\n${other.replace(/[*_`]/gu, '')}`;
}
