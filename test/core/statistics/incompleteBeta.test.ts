import { expect, test } from 'vitest';
import { betaQuantile, incompleteBeta, logGamma } from '../../../src/core/statistics/incompleteBeta.js';

/** SciPy 1.17.1, scipy.special.betainc. */
test.each([
  [2, 3, 0.4, 0.5248],
  [0.5, 0.5, 0.3, 0.36901011956554536],
  [100, 200, 0.33, 0.45661816333399713],
  [1e5, 2e5, 0.334, 0.7807618138321535],
])('I_x(%f, %f) at %f is that of SciPy, and its quantile leads back', (a, b, x, value) => {
  expect(incompleteBeta(x, a, b)).toBeCloseTo(value, 8);
  expect(betaQuantile(value, a, b)).toBeCloseTo(x, 8);
});

test('logGamma is the logarithm of the factorial', () => {
  let factorial = 0;
  for (let n = 1; n <= 170; n++) {
    factorial += Math.log(n);
    expect(logGamma(n + 1)).toBeCloseTo(factorial, 9);
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
});
