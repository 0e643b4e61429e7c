import { describe, expect, test } from 'vitest';
import type { ClosenessSource } from '../../../src/shared/closeness.js';
import { ranksOf, triedControls, trialCounts, tryAsSuspect } from '../../../src/core/closeness/trial.js';
import { seededRandom } from '../../../src/core/statistics/seededRandom.js';

const toOriginals = (values: readonly number[]) =>
  new Map(values.map((value, at) => [`prompt ${at}`, value]));

const control = (family: string, prompts = 100): ClosenessSource => ({
  role: 'control',
  source: family,
  path: family,
  family,
  prompts,
});
const SIDES: ClosenessSource[] = [
  { role: 'suspect', source: 'suspect', path: 's', prompts: 100 },
  { role: 'original', source: 'ours', path: 'o', prompts: 100 },
];

/** One random closeness a prompt, larger by `more`. */
function near(seed: number, more = 0, prompts = 100): Map<string, number> {
  const random = seededRandom(seed);
  return toOriginals(Array.from({ length: prompts }, () => random() / 10 + more));
}

describe('ranks', () => {
  test('are those of a count by hand, and a tie speaks against the suspect', () => {
    const sides = [
      toOriginals([5, 1, 0, 3]),
      new Map(),
      toOriginals([4, 2, 0, 3]),
      toOriginals([1, 0, 0, 4]),
    ];
    // first; second to 2; tied with both, so third; tied with one and behind the other, so third
    expect(ranksOf(0, [2, 3], sides)).toEqual([1, 1, 2]);
  });

  test('count only the prompts that all answer', () => {
    const sides = [toOriginals([5, 5]), new Map(), toOriginals([1, 1]), new Map([['prompt 1', 9]])];
    expect(ranksOf(0, [2, 3], sides)).toEqual([0, 1, 0]);
  });
});

describe('a trial', () => {
  test('is passed by a source that is closer than every other, and by no other', () => {
    const sides = [near(1, 0.05), new Map(), near(2), near(3), near(4)];
    const sources = [...SIDES, control('a'), control('b'), control('c')];
    const trials = [0, 2, 3, 4].map(
      (source) =>
      tryAsSuspect(source, [2, 3, 4].filter((other) => other !== source), sides, 0.95), // prettier-ignore
    );
    expect(trials.map(({ passed }) => passed)).toEqual([true, false, false, false]);
    expect(trialCounts(sources, trials)).toEqual({ closerThan: 3, passing: 0 });
  });

  test('needs prompts: a source that answers few is not beaten', () => {
    const sides = [near(1, 1), new Map(), near(2), near(3, 0, 19)];
    const trial = tryAsSuspect(0, [2, 3], sides, 0.95);
    expect(trial.differences.map(({ closer, prompts }) => [closer, prompts])).toEqual([
      [true, 100],
      [false, 19],
    ]);
    expect(trial.passed).toBe(false);
  });

  test('counts families: a family is beaten with all its sources, and passes with one', () => {
    const sides = [near(1, 0.05), new Map(), near(2), near(3, 0.1), near(4), near(5)];
    const sources = [...SIDES, control('kin'), control('kin'), control('b'), control('c')];
    const tried = (source: number) =>
      tryAsSuspect(
        source,
        [2, 3, 4, 5].filter((other) => sources[other]!.family !== sources[source]!.family),
        sides,
        0.95,
      );
    expect(trialCounts(sources, [0, 2, 3, 4, 5].map(tried))).toEqual({ closerThan: 2, passing: 1 });
    const answering = [...sources, control('few', 19), control('half', 50), control('less', 49)];
    expect(triedControls(answering, 100)).toEqual([2, 3, 4, 5, 7]);
    expect(triedControls(answering, 20)).toEqual([2, 3, 4, 5, 7, 8]);
  });

  test('is seldom passed by an innocent suspect, more seldom than one of all sources is the closest', () => {
    let passed = 0;
    const experiments = 100;
    for (let experiment = 0; experiment < experiments; experiment++) {
      const sides = [0, 1, 2, 3, 4].map((at) => near(1 + experiment * 5 + at));
      if (tryAsSuspect(0, [2, 3, 4], sides, 0.95).passed) passed++;
    }
    expect(passed / experiments).toBeLessThan(0.05);
  });
});
