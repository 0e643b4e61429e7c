// @ts-check
// A made-up language with the statistics of a real one: function words, Zipf frequencies, set phrases, topics.
import { pick, random, zipf } from './random.mjs';

const FUNCTION_WORDS = (
  'the of and to a in is that it for as with on be are this by or an from can your you which not at have has will ' +
  'it was but they more also their these may one if such other into its some when how there than we use each do ' +
  'most first time new while people between both about make many through out up so what all only used where should'
).split(' ');
const ONSETS = 'b d f g h k l m n p r s t v w st tr ch sh pl'.split(' ');
const VOWELS = 'a e i o u ea ou ai'.split(' ');
const VOCABULARY = 60_000;
/** Set phrases, drawn so that two independent answers of 1 kB share five words in a row about once in 500 pairs, as answers of real models to different prompts do. */
const PHRASES = 4_000;
const TOPICS = 500;
const TOPIC_WORDS = 150;

/**
 * @typedef {object} Language
 * @property {() => string} word a word, function words included
 * @property {(topic: number) => string} content a word with a meaning, often one of the topic
 * @property {() => string} phrase three to six words that go together
 * @property {() => number} topic
 * @property {() => string} han a Chinese character
 */

/**
 * The words are the same for every `next`, so that two sources of answers share a language.
 * @param {() => number} next draws the words
 * @returns {Language}
 */
export function language(next) {
  const fixed = random(20_261_123);
  const words = [...FUNCTION_WORDS, ...Array.from({ length: VOCABULARY }, (_, rank) => spelled(rank))];
  const contents = words.slice(FUNCTION_WORDS.length);
  const at = (/** @type {readonly string[]} */ list, /** @type {number} */ rank) => list[rank] ?? 'the';
  const anyRank = zipf(fixed, words.length);
  const phrases = Array.from({ length: PHRASES }, () =>
    Array.from({ length: 3 + Math.floor(fixed() * 4) }, () => at(words, anyRank())).join(' '),
  );
  const topics = Array.from({ length: TOPICS }, () =>
    Array.from({ length: TOPIC_WORDS }, () => pick(fixed, contents)),
  );
  const wordRank = zipf(next, words.length);
  const contentRank = zipf(next, contents.length, 30);
  const phraseRank = zipf(next, PHRASES, 200);
  const topicRank = zipf(next, TOPIC_WORDS, 10);
  const hanRank = zipf(next, 3_500, 12);
  return {
    word: () => at(words, wordRank()),
    content: (topic) =>
      next() < 0.35 ? at(topics[topic] ?? contents, topicRank()) : at(contents, contentRank()),
    phrase: () => at(phrases, phraseRank()),
    topic: () => Math.floor(next() * TOPICS),
    han: () => String.fromCharCode(0x4e00 + ((hanRank() * 7_919) % 20_000)),
  };
}

/**
 * The word of a rank: common words are short, as in any language.
 * @param {number} rank
 */
function spelled(rank) {
  let text = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / 160)) {
    const digit = rest % 160;
    text += (ONSETS[digit % 20] ?? '') + (VOWELS[Math.floor(digit / 20)] ?? '');
  }
  return text;
}
