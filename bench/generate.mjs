// @ts-check
// Made-up answers with a fixed seed: word frequencies as in real text (Zipf), log-normal lengths, about 1 kB median.

/**
 * A random number generator with a seed (mulberry32, public domain).
 * @param {number} seed
 * @returns {() => number} numbers in [0, 1)
 */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A source of answers.
 * @param {number} seed
 * @param {number} [vocabulary] how many different words there are
 */
export function answers(seed, vocabulary = 60_000) {
  const next = random(seed);
  const words = Array.from({ length: vocabulary }, (_, rank) => word(rank));
  const zipf = () =>
    words[Math.min(vocabulary - 1, Math.floor(Math.exp(next() * Math.log(vocabulary))) - 1)] ?? 'the';
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    /** One answer of about 1 kB (log-normal, σ 0.6). */
    answer() {
      const target = Math.max(5, Math.round(165 * Math.exp(0.6 * normal())));
      let text = '';
      for (let count = 0; count < target; count++)
        text += (count === 0 ? '' : count % 14 === 13 ? '. ' : ' ') + zipf();
      return text + '.';
    },
    /**
     * A copy in which a share of the words is replaced.
     * @param {string} text
     * @param {number} share
     */
    replaced(text, share) {
      return text.replace(/[a-z]+/g, (found) => (next() < share ? zipf() : found));
    },
    next,
  };
}

/**
 * The word of a rank: common words are short, as in any language.
 * @param {number} rank
 */
function word(rank) {
  const onsets = [
    'b',
    'd',
    'f',
    'g',
    'h',
    'k',
    'l',
    'm',
    'n',
    'p',
    'r',
    's',
    't',
    'v',
    'w',
    'st',
    'tr',
    'ch',
    'sh',
    'pl',
  ];
  const vowels = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou', 'ai'];
  let text = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / 160)) {
    const digit = rest % 160;
    text += (onsets[digit % 20] ?? '') + (vowels[Math.floor(digit / 20)] ?? '');
  }
  return text;
}
