import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctByChance, type JudgedMatch } from '../../../src/core/calibration/distinctByChance.js';

const judged = (path: string, at: number, keys: readonly number[]): JudgedMatch => ({
  path,
  source: path,
  family: path,
  prompt: at,
  score: keys.length > 0 ? 20 : 0,
  bits: 0,
  kind: undefined,
  strata: { length: '', script: '', content: '' },
  keys,
});

/** A source with so many answers, the first of which are in clusters of the sizes given. */
function source(path: string, total: number, sizes: readonly number[]): JudgedMatch[] {
  const reported = sizes.flatMap((size, cluster) => Array.from({ length: size }, () => [cluster]));
  return Array.from({ length: total }, (_, at) => judged(path, at, reported[at] ?? []));
}

test('is as many as a source has clusters, for as many responses as it has answers', () => {
  expect(distinctByChance(source('a', 100, [1, 4, 10]), 13, 100)).toBeCloseTo(3, 12);
  expect(distinctByChance(source('a', 100, [1, 4, 10]), 21, 100)).toBe(0);
  expect(distinctByChance([], 13, 100)).toBe(0);
});

test('repetitions meet a sample almost surely, single ones as their share', () => {
  // 1 − C(90, 50) / C(100, 50) = 0.99941…; half of the answers hold half of the single ones.
  expect(distinctByChance(source('a', 100, [10]), 13, 50)).toBeCloseTo(0.999_406, 5);
  expect(distinctByChance(source('a', 100, [1, 1, 1, 1]), 13, 50)).toBeCloseTo(2, 12);
});

test('counts what samples drawn at random have on average', () => {
  const answers = source('a', 30, [2, 3, 7]);
  let sum = 0;
  let state = 1;
  const rounds = 20_000;
  for (let round = 0; round < rounds; round++) {
    const left = answers.map(({ keys }) => keys[0]);
    const met = new Set<number>();
    for (let drawn = 0; drawn < 6; drawn++) {
      state = (state * 48_271) % 2_147_483_647;
      const [key] = left.splice(state % left.length, 1);
      if (key !== undefined) met.add(key);
    }
    sum += met.size;
  }
  expect(distinctByChance(answers, 13, 6)).toBeCloseTo(sum / rounds, 1);
});

test('sources weigh as many answers as they have, and clusters of one are not those of another', () => {
  const both = [...source('a', 300, [3]), ...source('b', 100, [1, 1])];
  expect(distinctByChance(both, 13, 300)).toBeCloseTo((300 * 1 + 100 * 6) / 400, 12);
});

test('is never more than the findings expected, which count repetitions', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 500 }),
      (sizes, responses) => {
        const reported = sizes.reduce((sum, size) => sum + size, 0);
        const all = (reported / 100) * responses;
        expect(distinctByChance(source('a', 100, sizes), 13, responses)).toBeLessThanOrEqual(all + 1e-9);
      },
    ),
  );
});
