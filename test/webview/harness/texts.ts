/** Texts of the fixtures, written for them. */
import type { PairText } from './pairs.js';

export const SOURDOUGH: PairText = {
  prompt: 'Why does my sourdough take so long to rise?',
  suspect: `Sourdough rises slowly because wild yeast works at its own pace: there is less of it than in a packet, and it shares the dough with bacteria that produce the acids you taste. In a cool kitchen the yeast all but falls asleep, and what takes four hours in July may take nine in January.

Speaking as your cooking assistant, here are three things you can change today. Move the bowl to the oven with only the lamp on. Feed the starter twice before you bake, not once. And judge the dough by its height in a straight-sided jar, not by the clock.

If it still has not doubled after twelve hours, the starter is the likely culprit.`,
  original: `Sourdough rises slowly because wild yeast works at its own pace: there is less of it than in a packet, and it shares the dough with bacteria that make the acids you taste. In a cool kitchen the yeast all but falls asleep, and what takes four hours in July may take nine in January.

I'm the house model, and here are three things you can change today. Move the bowl to the oven with only the lamp on. Feed the starter twice before you bake, not once. And judge the dough by its height in a straight-sided jar, not by the clock.

If it still has not doubled after twelve hours, the starter is the likely culprit: try one spoon of it in a glass of water, and see whether it floats.`,
  explained: [{ side: 'suspect', start: 0, end: 22, reason: 'prompt' }],
  meta: { model: 'forum-mix-7b', request_id: 'req_01HV3', account: 'a-4471', time: '2025-11-04T09:12:00Z' },
};

export const TEMPLATE_PAIR: PairText = {
  ...SOURDOUGH,
  explained: [{ side: 'suspect', start: 0, end: 68, reason: 'template', name: 'licence.txt' }],
};

/** What a hostile dataset would put everywhere. */
export const HOSTILE = `<img src=x onerror="window.executed=true"><script>window.executed=true</script></script></div>`;
export const HOSTILE_PAIR: PairText = {
  prompt: `${HOSTILE} [link](javascript:window.executed=true)`,
  suspect: `${HOSTILE}\n\u202Egnp.exe\u202C and zero\u200Bwidth\u2066x\u2069 \u0000\u001b[31m __proto__ constructor\n<a href="javascript:window.executed=true">click here to see it all</a>`,
  original: `${HOSTILE}\n\u202Egnp.exe\u202C and zero width __proto__ constructor\n<a href="javascript:window.executed=true">click here to see it all</a>`,
  label: `${HOSTILE}\u202E.jsonl`,
  meta: JSON.parse(
    `{"__proto__": "polluted", "note": ${JSON.stringify(HOSTILE)}, "constructor": "x"}`,
  ) as never,
};

export const RTL_PAIR: PairText = {
  prompt: 'لماذا تتأخر الأسماك في الهجرة؟',
  suspect:
    'تهاجر الأسماك في الربيع عندما يذوب الثلج وترتفع المياه في الأنهار الكبيرة، ثم تعود إلى البحر (مثل salmon) قبل الشتاء.\n\nFirst they wait near the river mouth until the water is warm enough.\n\nوفي عام 2024 تأخرت الهجرة ثلاثة أسابيع كاملة بسبب البرد.',
  original:
    'تهاجر الأسماك في الربيع عندما يذوب الثلج وترتفع المياه في الأنهار الصغيرة، ثم تعود إلى البحر (مثل salmon) قبل الخريف.\n\nFirst they wait near the river mouth until the water is cold enough.\n\nوفي عام 2024 تأخرت الهجرة ثلاثة أسابيع كاملة بسبب المطر.',
};

/** Shared stretches far from each other. */
export const APART_PAIR: PairText = {
  suspect: `Tide pools are left behind when the sea draws back, twice a day. ${'Nothing in this sentence comes back on the other side of the pair. '.repeat(6)}They fill again before the sun has warmed them through. ${'Here as well every word is the own work of whoever wrote it down first. '.repeat(6)}`,
  original: `Tide pools are left behind when the sea draws back, twice a day. ${'What stands here was made up for the original alone, and for no other text. '.repeat(5)}They fill again before the sun has warmed them through. ${'An end that differs as much as the middle did from its counterpart above. '.repeat(5)}`,
};

/** Two shared passages, with much of the suspect's own between them and little of the original's. */
export const UNEVEN_PAIR: PairText = {
  suspect: `Tide pools are left behind when the sea draws back, twice a day. ${'Nothing in this sentence comes back on the other side of the pair. '.repeat(30)}They fill again before the sun has warmed them through. ${'Here as well every word is the own work of whoever wrote it down first. '.repeat(20)}`,
  original: `Tide pools are left behind when the sea draws back, twice a day. ${'What stands here was made up for the original alone, and for no other text. '.repeat(8)}They fill again before the sun has warmed them through. ${'An end that differs as much as the middle did from its counterpart above. '.repeat(30)}`,
};

/** Equal but for white space: two blanks, a tab, a no-break space, a line end. */
export const SPACED_PAIR: PairText = {
  suspect: 'one two three four five six',
  original: 'one  two\tthree\u00a0four five\nsix',
};

const VOCABULARY =
  'tide pool rock shell water light moon crab weed sand wind salt wave drift stone gull foam reef calm deep slow bright cold small wide old grey soft long'.split(
    ' ',
  );

/** A text of about `characters` characters; every `changeEvery`th word differs between the sides. */
export function longPair(characters: number, changeEvery: number): PairText {
  let [suspect, original] = ['', ''];
  let state = 42;
  for (let i = 0; suspect.length < characters; i++) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const word = VOCABULARY[(state >> 8) % VOCABULARY.length]!;
    const space = i % 90 === 89 ? '.\n\n' : ' ';
    suspect += (i % changeEvery === 0 ? `s${i}` : word) + space;
    original += (i % changeEvery === 0 ? `o${i}` : word) + space;
  }
  return { suspect, original, prompt: 'Tell me about tide pools, at length.' };
}

/** A text of about `characters` characters; of every `every` words both sides share the first `shared`. */
export function scatteredPair(characters: number, every: number, shared: number): PairText {
  let [suspect, original] = ['', ''];
  for (let i = 0; suspect.length < characters; i++) {
    const word = `${VOCABULARY[(i * 7) % VOCABULARY.length]!}${i}`;
    const space = i % 90 === 89 ? '.\n\n' : ' ';
    suspect += (i % every < shared ? word : `s${i}`) + space;
    original += (i % every < shared ? word : `other${i}`) + space;
  }
  return { suspect, original, prompt: 'Tell me about tide pools, at length.' };
}
