// @ts-check
// Answers as models write them: prose, Markdown lists, code, Chinese; log-normal lengths, about 1 kB median.
import { codeLines } from './code.mjs';
import { language } from './language.mjs';
import { normal, pick, random } from './random.mjs';

/** What carries the boilerplate: a refusal of sixty words, always the same. */
export const REFUSAL =
  'I am sorry, but as an assistant I cannot help with this request, since it may cause harm or break the rules that ' +
  'I have been given. Please consult a qualified professional who knows your situation, the laws that apply where ' +
  'you live, and the risks involved. If you have another question, I will gladly try to answer it as well as I can today.';

/** Words of an answer: median and spread of the logarithm. */
const MEDIAN_WORDS = 165;
const SIGMA = 0.6;

/**
 * @typedef {object} Source
 * @property {() => string} prompt
 * @property {(prompt?: string) => string} answer
 * @property {() => string} word
 * @property {() => string} han
 * @property {() => number} next
 */

/**
 * A source of prompts and answers.
 * @param {number} seed
 * @returns {Source}
 */
export function answers(seed) {
  const next = random(seed);
  const words = language(next);

  /** @param {number} topic @param {number} count */
  const sentence = (topic, count) => {
    let text = '';
    for (let done = 0; done < count;) {
      const chance = next();
      const piece = chance < 0.02 ? words.phrase() : chance < 0.55 ? words.word() : words.content(topic);
      text += (text === '' ? '' : next() < 0.05 ? ', ' : ' ') + piece;
      done += chance < 0.02 ? 4 : 1;
    }
    return text.charAt(0).toUpperCase() + text.slice(1) + (next() < 0.04 ? '?' : '.');
  };

  /** @param {number} target @param {string} between @param {(at: number) => string} lead */
  const sentences = (target, between, lead) => {
    const topic = words.topic();
    const parts = [];
    for (let done = 0; done < target;) {
      const count = Math.min(Math.max(4, Math.round(15 + 6 * normal(next))), Math.max(4, target - done));
      parts.push(lead(parts.length) + sentence(topic, count));
      done += count;
    }
    return parts.join(between);
  };

  const code = (/** @type {number} */ target) => {
    const topic = words.topic();
    const lines = codeLines(next, () => words.content(topic), Math.max(2, Math.floor(target / 6)));
    return `${sentences(12, ' ', () => '')}\n\n\`\`\`js\n${lines.join('\n')}\n\`\`\`\n`;
  };

  const chinese = (/** @type {number} */ target) => {
    let text = '';
    for (let done = 0; done < 2 * target; done++)
      text += words.han() + (done % 13 === 12 ? pick(next, ['，', '。']) : '');
    return text + '。';
  };

  return {
    next,
    word: words.word,
    han: words.han,
    prompt: () => sentences(6 + Math.floor(next() * 20), ' ', () => ''),
    answer: (prompt = '') => {
      const kind = next();
      if (kind < 0.03) return sentences(2 + Math.floor(next() * 10), ' ', () => '');
      const target = Math.max(5, Math.round(MEDIAN_WORDS * Math.exp(SIGMA * normal(next))));
      // One answer in ten repeats its prompt, as models do.
      const opening = next() < 0.1 ? `${prompt} ` : '';
      if (kind < 0.18) return opening + sentences(target, '\n', (at) => (at === 0 ? '' : `- **${at}.** `));
      if (kind < 0.23) return code(target);
      if (kind < 0.28) return chinese(target);
      return opening + sentences(target, ' ', (at) => (at > 0 && at % 5 === 0 ? '\n\n' : ''));
    },
  };
}
