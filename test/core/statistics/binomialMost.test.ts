import { expect, test } from 'vitest';
import { binomialMost } from '../../../src/core/statistics/binomialMost.js';

/** By adding up the probabilities, each from the one before it. */
function naive(trials: number, share: number, tail: number): number {
  let one = (1 - share) ** trials;
  let sum = one;
  let successes = 0;
  while (1 - sum > tail) {
    one *= ((trials - successes) * share) / ((successes + 1) * (1 - share));
    sum += one;
    successes++;
  }
  return successes;
}

test.each([1, 7, 64, 805, 3000])('is what a sum over all numbers gives, of %i trials', (trials) => {
  for (const share of [1e-6, 0.0003, 0.002, 0.05, 0.2])
    for (const tail of [0.025, 0.1])
      expect(binomialMost(trials, share, tail)).toBe(naive(trials, share, tail));
});

test('no success where none may be, all where each is certain, and a million trials near their mean', () => {
  expect(binomialMost(100, 0, 0.025)).toBe(0);
  expect(binomialMost(100, 1, 0.025)).toBe(100);
  expect(binomialMost(0, 0.5, 0.025)).toBe(0);
  const many = binomialMost(1_000_000, 0.3, 0.025);
  expect(many).toBeGreaterThan(300_000 + 1.95 * Math.sqrt(210_000));
  expect(many).toBeLessThan(300_000 + 1.97 * Math.sqrt(210_000));
});
