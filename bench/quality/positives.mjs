// @ts-check
// Copies of known truth, made of given originals.
import { EDITS } from '../data/edits.mjs';
import { pick, random } from '../data/random.mjs';
import { Substitutes } from './substitutes.mjs';

/** @typedef {import('./texts.mjs').Answer} Answer */
/** @typedef {{ edit: string, original: Answer, text: string }} Positive */

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const HAN = /\p{Script=Han}/gu;

/** Edits of the benchmark's list that are measured here; the others are those that only given texts have. */
const LISTED = [
  'identical',
  'markup',
  'words 5 %',
  'words 10 %',
  'words 20 %',
  'words 30 %',
  'every 9th word',
  'truncated',
  'reordered',
  'inserted',
  'merged',
];

/** Shares of words for which plausible ones are put. */
const PLAUSIBLE = [0.1, 0.2, 0.3];

/** Names as people swap them; both sides are replaced by the next of the list. */
const NAMES = /\b(?:Claude|Anthropic|ChatGPT|GPT-?4?|OpenAI|Gemini|Google|Llama|Meta|Assistant|AI)\b/gu;

/**
 * Every edit of up to `most` originals, chosen by `seed` from those of `least` characters and more: what is cut or
 * merged of shorter ones is too short to judge.
 * @param {readonly Answer[]} originals @param {number} most @param {number} least @param {number} seed
 * @returns {Positive[]}
 */
export function positivesOf(originals, most, least, seed) {
  const next = random(seed);
  const long = originals.filter(({ text }) => text.length >= least);
  const chosen = long.map((answer) => ({ answer, key: next() })).sort((a, b) => a.key - b.key);
  const texts = originals.map(({ text }) => text);
  const words = texts.flatMap((text) => text.match(WORD) ?? []);
  const characters = texts.flatMap((text) => text.match(HAN) ?? []);
  const plausible = new Substitutes(texts);
  const source = {
    next,
    word: () => pick(next, words),
    han: () => pick(next, characters),
    answer: () => pick(next, texts),
  };
  return chosen.slice(0, most).flatMap(({ answer: original }) => {
    const other = pick(next, long).text;
    const made = (/** @type {string} */ edit, /** @type {string} */ text) => ({ edit, original, text });
    return [
      // The list's type asks for more of a source than these edits use.
      ...LISTED.map((edit) =>
        made(edit, EDITS[edit]?.(original.text, /** @type {never} */ (source), other) ?? ''),
      ),
      ...PLAUSIBLE.map((share) =>
        made(`plausible words ${100 * share} %`, plausible.replace(original.text, share, next)),
      ),
      made('names and marks', namesAndMarks(original.text)),
    ];
  });
}

/** @param {string} text */
function namesAndMarks(text) {
  const other = text.replace(NAMES, 'Nova').replace(/^\s*(?:#+|[-*])\s+/gmu, '');
  return `As requested:\n\n${other.replace(/[*_`]/gu, '')}`;
}
