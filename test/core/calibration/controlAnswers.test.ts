import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ControlAnswers } from '../../../src/core/calibration/controlAnswers.js';
import { PromptShingles } from '../../../src/core/calibration/promptShingles.js';
import { NearPrompts } from '../../../src/core/calibration/nearPrompts.js';
import { hashText } from '../../../src/core/score/hashing.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

const { normalise } = DEFAULT_PARAMETERS;
const LONG =
  'Write a letter to the landlord of a small flat in Leeds that asks, politely and in no more than two hundred words, for the boiler to be repaired before the first frost.';

const nearAmong = (prompts: readonly string[]) =>
  NearPrompts.of(
    prompts.length,
    (number) => prompts[number]!,
    normalise,
    () => Promise.resolve(),
  );

/** Answers that lie in memory. */
class Controls extends ControlAnswers {
  readonly #all: { prompt: string; text: string }[];

  constructor() {
    const all: { prompt: string; text: string }[] = [];
    super(normalise, { at: (answer) => all[answer]! });
    this.#all = all;
  }

  /** Returns the number of the answer. */
  enter(family: string, prompt: string, text: string): number {
    const number = this.#all.push({ prompt, text }) - 1;
    this.add(family);
    return number;
  }
}

function filled(): Controls {
  const answers = new Controls();
  for (const family of ['a', 'b', 'c', 'd']) answers.enter(family, LONG, `The letter of ${family}`);
  return answers;
}

describe('controls by prompt', () => {
  test('explain a control by the other families, and a suspect by as many', async () => {
    const answers = filled();
    expect(answers.forControl(1, 'b')).toEqual({
      texts: ['The letter of a', 'The letter of c', 'The letter of d'],
      prompt: 'equal',
    });
    expect((await answers.forSuspect(LONG)).texts).toHaveLength(3);
    expect(answers.families).toBe(4);
  });

  test('take every family out for some prompts, whatever order they came in', async () => {
    const forward = new Controls();
    const backward = new Controls();
    const pairs: (readonly [string, string, string])[] = Array.from({ length: 60 }, (_, at) =>
      ['a', 'b', 'c'].map((f) => [f, `What is ${at}?`, `${f}${at}`] as const),
    ).flat();
    for (const [family, prompt, text] of [...pairs]) pairs.push([family, prompt, `${text} again`]);
    for (const pair of pairs) forward.enter(...pair);
    for (const pair of [...pairs].reverse()) backward.enter(...pair);
    const left = new Set<string>();
    for (let at = 0; at < 60; at++) {
      const { texts } = await forward.forSuspect(`What is ${at}?`);
      expect((await backward.forSuspect(`What is ${at}?`)).texts).toEqual(texts);
      left.add(['a', 'b', 'c'].find((family) => !texts.some((text) => text.startsWith(`${family}${at}`)))!);
    }
    expect([...left].sort()).toEqual(['a', 'b', 'c']);
  });

  test('let one answer of a family stand for it', () => {
    const answers = filled();
    answers.enter('a', LONG, 'Another letter of a');
    answers.enter('a', LONG, 'A third letter of a');
    expect(answers.forControl(1, 'b').texts).toHaveLength(3);
    const all = ['The letter of a', 'Another letter of a', 'A third letter of a'];
    const [first] = all.sort((a, b) => hashText(a) - hashText(b));
    expect(answers.forControl(1, 'b').texts[0]).toBe(first);
  });

  test('pair prompts that are equal after normalisation, then near-duplicates', async () => {
    const answers = filled();
    expect((await answers.forSuspect(`  **${LONG.toUpperCase()}** `)).prompt).toBe('equal');
    expect((await answers.forSuspect(LONG.replace('two hundred', 'two hundred and'))).prompt).toBe('near');
    expect(await answers.forSuspect('Write a letter to your landlord.')).toEqual({
      texts: [],
      prompt: 'none',
    });
    expect(await answers.forSuspect('')).toEqual({ texts: [], prompt: 'none' });
  });

  test('one family explains nothing', async () => {
    const answers = new Controls();
    answers.enter('a', LONG, 'text');
    expect(await answers.forSuspect(LONG)).toEqual({ texts: [], prompt: 'none' });
    expect(answers.forControl(0, 'a')).toEqual({ texts: [], prompt: 'none' });
  });
});

test('finds what comparing with every prompt finds', async () => {
  const words = ['write', 'a', 'poem', 'on', 'the', 'sea', 'in', 'spring', 'and', 'explain', 'it', 'twice'];
  const change = fc.tuple(fc.nat(29), fc.constantFrom(...words, 'rain', 'snow'));
  const promptWith = (least: number, most: number) =>
    fc.tuple(fc.nat(2), fc.array(change, { minLength: least, maxLength: most })).map(([first, changes]) => {
      const said = Array.from({ length: 30 }, (_, at) => words[(at * (first + 1) + first) % words.length]!);
      for (const [at, word] of changes) said[at] = word;
      return said.join(' ');
    });
  const shingles = new PromptShingles(normalise);
  await fc.assert(
    fc.asyncProperty(
      fc.array(promptWith(1, 2), { maxLength: 30 }),
      promptWith(0, 1),
      async (prompts, asked) => {
        const mine = shingles.of(asked);
        const near = prompts
          .map((one) => ({ one, alike: shingles.alike(mine, shingles.of(one)) ?? 0 }))
          .filter(({ alike }) => alike > 0)
          .sort((a, b) => b.alike - a.alike || (a.one < b.one ? -1 : 1));
        const found = (await nearAmong(prompts)).nearest(asked);
        expect(found === undefined ? undefined : prompts[found]).toBe(near[0]?.one);
      },
    ),
  );
});

test('the nearest of several near prompts is found, whatever else there is', async () => {
  const prompts = [
    LONG.replace('Leeds', 'York'),
    LONG.replace('Leeds', 'York').replace('two', 'three'),
    'Something else',
  ];
  const nearest = async (all: readonly string[], prompt: string) =>
    all[(await nearAmong(all)).nearest(prompt) ?? -1];
  expect(await nearest(prompts, LONG)).toBe(prompts[0]);
  expect(await nearest([...prompts].reverse(), LONG)).toBe(prompts[0]);
  expect(await nearest(prompts.slice(2), LONG)).toBeUndefined();
  expect(await nearest([], LONG)).toBeUndefined();
});

test('a cancel is heard while prompts are read', async () => {
  const cancel = () => Promise.reject(new Error('stop'));
  await expect(NearPrompts.of(1, () => LONG, normalise, cancel)).rejects.toThrow('stop');
});
