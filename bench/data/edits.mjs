// @ts-check
// Known edits: what a rewritten copy may look like. Every edit keeps what it was made of, as the truth.

/** @typedef {import('./answers.mjs').Source} Source */

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const HAN = /\p{Script=Han}/gu;

/**
 * Each makes a copy of `text`; `other` is a second original, for the edits that need one.
 * @type {Readonly<Record<string, (text: string, source: Source, other: string) => string>>}
 */
export const EDITS = {
  identical: (text) => text,
  markup: (text, { next }) =>
    (next() < 0.5 ? text.toUpperCase() : text.toLowerCase())
      .replaceAll('. ', '.  \n')
      .replace(/ (\p{L}+) (\p{L}+) /gu, (all, a, b) => (next() < 0.1 ? ` **${a}** _${b}_ ` : all)),
  'words 5 %': (text, source) => replaced(text, source, 0.05),
  'words 10 %': (text, source) => replaced(text, source, 0.1),
  'words 20 %': (text, source) => replaced(text, source, 0.2),
  'words 30 %': (text, source) => replaced(text, source, 0.3),
  'every 9th word': (text, source) => {
    let count = 0;
    return substituted(text, source, () => ++count % 9 === 0);
  },
  truncated: (text, { next }) => {
    const parts = sentences(text);
    return parts.slice(0, Math.max(1, Math.round(parts.length * (0.3 + 0.3 * next())))).join('');
  },
  reordered: (text, { next }) => shuffled(sentences(text), next).join(''),
  inserted: (text, source) => {
    const parts = sentences(text);
    parts.splice(Math.floor(source.next() * parts.length), 0, ` ${source.answer().slice(0, 300)} `);
    return parts.join('');
  },
  merged: (text, _source, other) => half(text) + ' ' + half(other),
};

/** @param {string} text @param {Source} source @param {number} share */
function replaced(text, source, share) {
  return substituted(text, source, () => source.next() < share);
}

/**
 * Words for words, and in Chinese characters for characters.
 * @param {string} text @param {Source} source @param {() => boolean} hit
 */
function substituted(text, source, hit) {
  if (text.search(HAN) >= 0) return text.replace(HAN, (found) => (hit() ? source.han() : found));
  return text.replace(WORD, (found) => (hit() ? source.word() : found));
}

/** @param {string} text */
function sentences(text) {
  return text.match(/[^.。\n]+[.。\n]*\s*/gu) ?? [text];
}

/** @param {string} text */
function half(text) {
  const parts = sentences(text);
  return parts.slice(0, Math.ceil(parts.length / 2)).join('');
}

/** @param {string[]} parts @param {() => number} next */
function shuffled(parts, next) {
  for (let at = parts.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [parts[at], parts[other]] = [parts[other] ?? '', parts[at] ?? ''];
  }
  return parts;
}
