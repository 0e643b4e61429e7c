// @ts-check
// Plausible words instead of others: what stands between the same neighbours somewhere else.
import { pick } from '../data/random.mjs';

/** Words; in Chinese characters. */
const WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
/** Texts that are read: what fits is learned from a few million words at most. */
const TEXTS = 5000;

/**
 * Learned from given texts alone, so that it works in any language and needs no dictionary: words that share both
 * neighbours often share a part of speech and a sense (Harris 1954).
 */
export class Substitutes {
  /** Words between two neighbours, and after one. @type {Map<string, string[]>} */
  #between = new Map();

  /** @param {readonly string[]} texts */
  constructor(texts) {
    for (const text of texts.slice(0, TEXTS)) {
      const words = text.match(WORD) ?? [];
      words.forEach((word, at) => {
        for (const context of contexts(words, at)) {
          const known = this.#between.get(context);
          if (known) known.push(word);
          else this.#between.set(context, [word]);
        }
      });
    }
  }

  /**
   * The text with each word replaced with probability `share`, where another one fits: by one that stands between the
   * same two words elsewhere, else by one that follows the same word.
   * @param {string} text @param {number} share @param {() => number} next
   */
  replace(text, share, next) {
    const words = text.match(WORD) ?? [];
    let at = -1;
    return text.replace(WORD, (word) => {
      at++;
      if (next() >= share) return word;
      for (const context of contexts(words, at)) {
        const fitting = (this.#between.get(context) ?? []).filter((other) => !same(other, word));
        if (fitting.length > 0) return pick(next, fitting);
      }
      return word;
    });
  }
}

/** The narrower context first. @param {readonly string[]} words @param {number} at */
function contexts(words, at) {
  const before = (words[at - 1] ?? '').toLowerCase();
  const after = (words[at + 1] ?? '').toLowerCase();
  return before === '' ? [`${before} ${after}`] : [`${before} ${after}`, before];
}

/** @param {string} a @param {string} b */
function same(a, b) {
  return a.toLowerCase() === b.toLowerCase();
}
