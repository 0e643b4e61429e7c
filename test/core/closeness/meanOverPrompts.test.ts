import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/core/statistics/seededRandom.js';
import { meanOverPrompts } from '../../../src/core/statistics/meanOverPrompts.js';

describe('the mean over prompts', () => {
  // Student (1908), "The Probable Error of a Mean", hours of sleep gained; R's t.test(extra ~ group, paired = TRUE)
  // on `sleep` gives 1.58 and 0.7001142 to 2.4598858. The ideal bootstrap has n − 1 in place of n, and no t.
  test('has Student’s paired difference, and an interval inside that of the t test', () => {
    const gained = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4];
    const { value, lower, upper } = meanOverPrompts(gained, 0.95);
    expect(value).toBeCloseTo(1.58, 10);
    expect(lower).toBeGreaterThan(0.7001142);
    expect(upper).toBeLessThan(2.4598858);
    const standardError = 0.3890 * Math.sqrt(0.9); // prettier-ignore
    expect((upper - lower) / (2 * 1.96)).toBeCloseTo(standardError, 1.5);
  });

  // Efron & Tibshirani (1993), An Introduction to the Bootstrap, table 2.1: survival of seven treated mice.
  test('has the standard error of the mouse data, 23.36', () => {
    const { value, lower, upper } = meanOverPrompts([94, 197, 16, 38, 99, 141, 23], 0.6827);
    expect(value).toBeCloseTo(86.86, 2);
    expect(Math.abs((upper - lower) / 2 - 23.36)).toBeLessThan(1);
  });

  test('is the same for values in any order, and one point without any', () => {
    const values = Array.from({ length: 50 }, (_, at) => Math.sin(at));
    expect(meanOverPrompts([...values].reverse(), 0.95)).toEqual(meanOverPrompts(values, 0.95));
    expect(meanOverPrompts([], 0.95)).toEqual({ prompts: 0, value: 0, lower: 0, upper: 0 });
  });

  test('covers the true mean about as often as it says, also where most values are zero', () => {
    const random = seededRandom(5);
    let covered = 0;
    const experiments = 300;
    for (let experiment = 0; experiment < experiments; experiment++) {
      const values = Array.from({ length: 100 }, () => (random() < 0.6 ? 0 : random()));
      const { lower, upper } = meanOverPrompts(values, 0.95);
      if (lower <= 0.2 && upper >= 0.2) covered++;
    }
    expect(covered / experiments).toBeGreaterThan(0.91);
    expect(covered / experiments).toBeLessThan(0.98);
  });
});
