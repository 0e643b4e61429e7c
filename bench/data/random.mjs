// @ts-check
// Random numbers with a seed: the same data on every machine.

/**
 * A random number generator with a seed (mulberry32, public domain).
 * @param {number} seed
 * @returns {() => number} numbers in [0, 1)
 */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Numbers of the normal distribution (Box and Muller 1958).
 * @param {() => number} next
 */
export function normal(next) {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/**
 * Ranks 0 … size − 1 by the law of Zipf and Mandelbrot: the share of rank r goes as 1 / (r + shift). Drawn by
 * inversion, so a draw costs one logarithm's inverse.
 * @param {() => number} next
 * @param {number} size
 * @param {number} [shift]
 */
export function zipf(next, size, shift = 2.7) {
  const span = Math.log((size + shift) / shift);
  return () => Math.min(size - 1, Math.floor(shift * Math.exp(next() * span) - shift));
}

/**
 * @template T
 * @param {() => number} next
 * @param {readonly T[]} list not empty
 * @returns {T}
 */
export function pick(next, list) {
  const found = list[Math.floor(next() * list.length)];
  if (found === undefined) throw new RangeError('Nothing to pick from.');
  return found;
}
