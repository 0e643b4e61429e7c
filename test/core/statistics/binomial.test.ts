import { describe, expect, test } from 'vitest';
import { binomial } from '../../../src/core/statistics/binomial.js';
import { seededRandom } from '../../../src/core/statistics/seededRandom.js';

const DRAWS = 40_000;

/** The chance of each number of successes, by the recurrence of neighbours. */
function chances(trials: number, share: number): number[] {
  const logs = [trials * Math.log(1 - share)];
  for (let k = 1; k <= trials; k++)
    logs.push(logs[k - 1]! + Math.log(((trials - k + 1) / k) * (share / (1 - share))));
  return logs.map(Math.exp);
}

describe('draws of the binomial distribution', () => {
  test.each([
    [1, 0.3],
    [20, 0.5],
    [40, 0.1],
    [300, 0.02],
    [60, 0.4],
    [500, 0.5],
    [1000, 0.03],
    [5000, 0.997],
    [200_000, 0.0001],
    [200_000, 0.4],
  ])('of %i trials with the chance %d come as often as they should', (trials, share) => {
    const random = seededRandom(trials);
    const seen = new Map<number, number>();
    for (let draw = 0; draw < DRAWS; draw++) {
      const drawn = binomial(random, trials, share);
      seen.set(drawn, (seen.get(drawn) ?? 0) + 1);
    }
    // Neighbours together until twenty draws are expected of them, as Pearson's test wants.
    let [sum, cells, expected, found] = [0, 0, 0, 0];
    chances(trials, share).forEach((chance, successes) => {
      expected += DRAWS * chance;
      found += seen.get(successes) ?? 0;
      if (expected < 20) return;
      sum += (found - expected) ** 2 / expected;
      cells++;
      [expected, found] = [0, 0];
    });
    // Four and a half deviations of chi-square, about one in a hundred thousand.
    expect(sum).toBeLessThan(cells + 4.5 * Math.sqrt(2 * cells) + 10);
    expect([...seen.keys()].every((k) => Number.isInteger(k) && k >= 0 && k <= trials)).toBe(true);
  });

  test('are certain where the chance is', () => {
    const never = () => {
      throw new Error('Nothing is to be drawn.');
    };
    expect(binomial(never, 9, 0)).toBe(0);
    expect(binomial(never, 9, 1)).toBe(9);
  });
});
