import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clopperPearson } from '../../../src/core/statistics/clopperPearson.js';
import { seededRandom } from '../../../src/core/statistics/seededRandom.js';

describe('clopperPearson', () => {
  /** R 4, example of ?binom.test: Mendel's peas, 682 yellow of 925 (Conover 1971, page 97). */
  test("gives R's interval for Mendel's peas", () => {
    const { lower, upper } = clopperPearson(682, 925, 0.95);
    expect(lower).toBeCloseTo(0.7076683, 7);
    expect(upper).toBeCloseTo(0.7654066, 7);
  });

  /** R. G. Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 5 (Clopper–Pearson exact). */
  test.each([
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0579, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ])("gives Newcombe's interval for %i of %i", (successes, trials, lower, upper) => {
    const interval = clopperPearson(successes, trials, 0.95);
    expect(interval.lower).toBeCloseTo(lower, 3.7);
    expect(interval.upper).toBeCloseTo(upper, 3.7);
  });

  /** SciPy 1.17.1: beta.ppf(a, k, n − k + 1) and beta.ppf(1 − a, k + 1, n − k). */
  test.each([
    [4, 4025, 0.95, 0.000270838282483429, 0.00254252178246195],
    [2, 805, 0.95, 0.000301022836545176, 0.00894569001316621],
    [5, 10, 0.99, 0.128310553935083, 0.871689446064917],
    [500_000, 1_000_000, 0.95, 0.499019519195312, 0.500980480804688],
    [3, 1_000_000, 0.95, 6.1867255019064e-7, 8.76724778806768e-6],
    [10, 10, 0.9, 0.741134449106948, 1],
  ])("agrees with SciPy's beta quantiles for %i of %i at %f", (successes, trials, level, lower, upper) => {
    const interval = clopperPearson(successes, trials, level);
    expect(Math.abs(interval.lower / lower - 1)).toBeLessThan(1e-8);
    expect(Math.abs(interval.upper / upper - 1)).toBeLessThan(1e-8);
  });

  test('each end is where the binomial tail beyond the count is half of what is left', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 200 })
          .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
        fc.constantFrom(0.8, 0.95, 0.99),
        ([successes, trials], level) => {
          const { lower, upper } = clopperPearson(successes, trials, level);
          const tail = (1 - level) / 2;
          if (successes > 0) expect(1 - binomial(successes - 1, trials, lower)).toBeCloseTo(tail, 9);
          if (successes < trials) expect(binomial(successes, trials, upper)).toBeCloseTo(tail, 9);
          expect(lower).toBeLessThanOrEqual(successes / trials);
          expect(upper).toBeGreaterThanOrEqual(successes / trials);
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each([
    [0.002, 805, 0.95],
    [0.05, 60, 0.95],
    [0.3, 40, 0.9],
    [0.5, 25, 0.99],
  ])('covers a share of %f in %i trials at least as often as it says (%f)', (share, trials, level) => {
    const random = seededRandom(7);
    const experiments = 2000;
    let covered = 0;
    for (let experiment = 0; experiment < experiments; experiment++) {
      let successes = 0;
      for (let trial = 0; trial < trials; trial++) if (random() < share) successes++;
      const { lower, upper } = clopperPearson(successes, trials, level);
      if (lower <= share && share <= upper) covered++;
    }
    // Three standard errors of the simulation itself.
    const slack = 3 * Math.sqrt((level * (1 - level)) / experiments);
    expect(covered / experiments).toBeGreaterThanOrEqual(level - slack);
  });

  test('knows nothing without a trial, and refuses what cannot be', () => {
    expect(clopperPearson(0, 0, 0.95)).toEqual({ lower: 0, upper: 1 });
    expect(() => clopperPearson(3, 2, 0.95)).toThrow('There are no 3 successes in 2 trials.');
    expect(() => clopperPearson(-1, 2, 0.95)).toThrow(RangeError);
    expect(() => clopperPearson(1, 2, 1)).toThrow('between 0 and 1');
  });
});

/** P(X ≤ k), summed term by term from the logarithms. */
function binomial(k: number, n: number, p: number): number {
  let log = n * Math.log1p(-p);
  let sum = Math.exp(log);
  for (let at = 1; at <= k; at++) {
    log += Math.log(((n - at + 1) / at) * (p / (1 - p)));
    sum += Math.exp(log);
  }
  return sum;
}
