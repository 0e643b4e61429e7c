import { describe, expect, test } from 'vitest';
import { backgroundOf } from '../../../src/core/calibration/background.js';
import { expectedByChance } from '../../../src/core/calibration/expected.js';
import type { Judged } from '../../../src/core/calibration/judged.js';
import { rateOf, rateOfPrompts, sourceRates } from '../../../src/core/calibration/rates.js';
import { strataOf } from '../../../src/core/calibration/strata.js';
import { chooseThresholds, halfOf } from '../../../src/core/calibration/thresholds.js';
import { hashText } from '../../../src/core/score/hashing.js';
import { clopperPearson } from '../../../src/core/statistics/clopperPearson.js';
import { random } from '../index/texts.js';

/** Answers of `source` to prompts 0 … n − 1; those to the first ones have the scores given. */
function answers(source: string, n: number, scores: readonly number[] = [], family = source): Judged[] {
  return Array.from({ length: n }, (_, at) => ({
    path: `controls/${source}`,
    source,
    family,
    prompt: hashText(`prompt ${at}`),
    score: scores[at] ?? 0,
    bits: 0,
    kind: 'partial',
    strata: strataOf('An answer.'),
  }));
}

describe('rates', () => {
  test('one answer a prompt has the exact interval', () => {
    const rate = rateOf(answers('a', 805, [9, 8, 7]), 8);
    expect(rate).toEqual({
      reported: 2,
      answers: 805,
      prompts: 805,
      value: 2 / 805,
      interval: 'exact',
      ...clopperPearson(2, 805, 0.95),
    });
  });

  test('several answers a prompt: with no reported one the rate is bounded as by one answer a prompt, and each one widens it', () => {
    const five = ['a', 'b', 'c', 'd', 'e'];
    const none = rateOf(
      five.flatMap((source) => answers(source, 805)),
      8,
    );
    expect(none).toMatchObject({ reported: 0, answers: 4025, lower: 0, interval: 'clustered' });
    expect(none.upper).toBeCloseTo(clopperPearson(0, 805, 0.95).upper, 10);
    const scattered = rateOf(
      five.flatMap((source, at) => answers(source, 805, at === 0 ? [9, 9, 9, 9] : [])),
      8,
    );
    const together = rateOf(
      five.flatMap((source, at) => answers(source, 805, at < 4 ? [9] : [])),
      8,
    );
    expect(scattered.value).toBe(together.value);
    expect(scattered.upper).toBeGreaterThanOrEqual(none.upper);
    // Four answers to one prompt say less than four to four prompts.
    expect(together.upper).toBeGreaterThan(1.3 * scattered.upper);
  });

  test('the same answers over again narrow no interval', () => {
    const once = rateOf(answers('a', 400), 8);
    const often = rateOf(
      ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((copy) => answers(copy, 400)),
      8,
    );
    expect(often.upper).toBeCloseTo(once.upper, 10);
    expect([once.prompts, often.prompts]).toEqual([400, 400]);
  });

  test('the interval holds the rate in 95 of 100 samples in which all answers to a prompt agree, or most do', () => {
    const next = random(5);
    for (const [share, agreeing] of [
      [0.003, 1],
      [0.005, 0.6],
    ] as const) {
      let missed = 0;
      for (let sample = 0; sample < 200; sample++) {
        const clusters = Array.from({ length: 300 }, () => {
          const isHit = next() < share;
          const successes = Array.from({ length: 5 }, () => isHit && next() < agreeing).filter(
            Boolean,
          ).length;
          return { successes, trials: 5 };
        });
        const { lower, upper } = rateOfPrompts(clusters);
        if (share * agreeing < lower || share * agreeing > upper) missed++;
      }
      expect(missed).toBeLessThanOrEqual(10);
    }
  });

  test('a source that is far above the other families stands out, one that is a little above does not', () => {
    const others = ['b', 'c', 'd'].flatMap((source) => answers(source, 400, [9]));
    const kin = sourceRates([...answers('a', 400, Array<number>(40).fill(20)), ...others], 8);
    expect(kin.map(({ source, standsOut }) => [source, standsOut])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
      ['d', false],
    ]);
    const near = sourceRates([...answers('a', 400, Array<number>(6).fill(9)), ...others], 8);
    expect(near.some(({ standsOut }) => standsOut)).toBe(false);
  });

  test('are the same for answers in any order', () => {
    const all = ['a', 'b', 'c'].flatMap((source, at) => answers(source, 300, [at, 4 * at, 8 * at, 20]));
    expect(backgroundOf([...all].reverse(), 8, 1)).toEqual(backgroundOf(all, 8, 1));
  });

  test('name the worst source, and bound the expected number by it', () => {
    const background = backgroundOf(
      [...answers('a', 400, [9]), ...answers('b', 400, Array<number>(24).fill(9))],
      8,
      1,
    )!;
    expect(background.worst).toBe('b');
    expect(background.kinds).toEqual({ identical: 0, normalised: 0, 'near-duplicate': 0, partial: 25 });
    const expected = expectedByChance({ equal: 100, near: 0, none: 0 }, background, undefined);
    expect(expected.value).toBeCloseTo((100 * 25) / 800, 10);
    expect(expected.upper).toBeCloseTo(100 * (24 / 400), 10);
    // Of 100 responses at that rate, more than eleven reach the threshold in less than one draw of forty.
    expect(expected.most).toBe(11);
  });

  test('responses with no rate of their own are not bounded at all', () => {
    expect(expectedByChance({ equal: 0, near: 0, none: 7 }, undefined, undefined)).toEqual({
      value: 0,
      upper: 7,
      most: 7,
    });
  });
});

describe('thresholds', () => {
  test('are chosen on one half of the prompts and reported on the other', () => {
    const all = answers('a', 2000).map((answer, at) => ({
      ...answer,
      score: at % 50 === 0 ? 4 + (at % 700) / 50 : 0,
    }));
    const first = all.filter(({ prompt }) => halfOf(prompt) === 'first');
    const second = all.filter(({ prompt }) => halfOf(prompt) === 'second');
    expect(Math.abs(first.length - second.length)).toBeLessThan(150);
    for (const { rate, threshold, first: on, second: off, supported } of chooseThresholds(all, 1)) {
      const reaching = (list: readonly Judged[], from: number) =>
        list.filter(({ score }) => score >= from).length;
      expect(on.reported).toBe(reaching(first, threshold));
      expect(on.value).toBeLessThanOrEqual(rate);
      expect(reaching(first, threshold - 1) / first.length).toBeGreaterThan(rate);
      expect(off.reported).toBe(reaching(second, threshold));
      expect(supported).toBe(rate !== 0.001);
    }
  });
});

test('a threshold is supported by prompts, not by the answers to them', () => {
  const supported = (sources: readonly string[], prompts: number) =>
    chooseThresholds(
      sources.flatMap((source) => answers(source, prompts)),
      1,
    ).map((chosen) => chosen.supported);
  expect(supported(['a', 'b', 'c', 'd', 'e'], 200)).toEqual([false, false, true]);
  expect(supported(['a'], 1000)).toEqual([true, false, true]);
});

test('an answer is counted by its length, script and content', () => {
  expect(strataOf('春眠不觉晓，处处闻啼鸟。'.repeat(20))).toEqual({
    length: '100 to 299',
    script: 'Han',
    content: 'prose',
  });
  expect(strataOf('Try this:\n```js\nlet x = 1;\n```')).toMatchObject({ script: 'Latin', content: 'code' });
  expect(strataOf('The root is $\\sqrt{2}$.')).toMatchObject({ content: 'maths' });
  expect(strataOf('Buy:\n- milk\n- bread\n- salt')).toMatchObject({
    length: 'under 100 characters',
    content: 'list',
  });
  expect(strataOf('It costs $5, or $6 with tax.')).toMatchObject({ content: 'prose' });
});
