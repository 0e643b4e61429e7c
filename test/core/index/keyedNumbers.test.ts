import { describe, expect, it } from 'vitest';
import { KeyedNumbers } from '../../../src/core/index/keyedNumbers.js';
import { random } from './texts.js';

/** Keys of some kinds, many of them several times, and the same as a Map. */
function keysOf(count: number, make: () => number) {
  const keys: number[] = [];
  const naive = new Map<number, number[]>();
  const next = random(count);
  for (let number = 0; number < count; number++) {
    const key = number > 0 && next() < 0.3 ? keys[Math.floor(next() * number)]! : make();
    keys.push(key);
    const numbers = naive.get(key);
    if (numbers) numbers.push(number);
    else naive.set(key, [number]);
  }
  return { keys, naive };
}

const next = random(7);
const KINDS: readonly [string, () => number][] = [
  ['hashes of 53 bits', () => Math.floor(next() * 2 ** 53)],
  ['small numbers', () => Math.floor(next() * 500)],
  ['keys that share their lowest 32 bits', () => Math.floor(next() * 2 ** 20) * 2 ** 32 + 5],
  ['keys beside 2^53', () => 2 ** 53 - 1 - Math.floor(next() * 3)],
];

describe('numbers by their keys', () => {
  it.each(KINDS)('are those that a Map has, ascending: %s', (_, make) => {
    for (const count of [0, 1, 1023, 1024, 1025, 5000]) {
      const { keys, naive } = keysOf(count, make);
      const added = new KeyedNumbers();
      keys.forEach((key, number) => expect(added.add(key)).toBe(number));
      const made = new KeyedNumbers(Float64Array.from(keys));
      for (const [key, numbers] of naive) {
        expect(added.of(key)).toEqual(numbers);
        expect(made.of(key)).toEqual(numbers);
      }
    }
  });

  it('has none of a key that nobody was given, however near it is', () => {
    const numbers = new KeyedNumbers([1, 2 ** 32 + 2, 2 ** 53 - 1]);
    for (const key of [0, 2, 3, 2 ** 32 + 1, 2 ** 32 - 1, 2 ** 53 - 2]) expect(numbers.of(key)).toEqual([]);
  });
});
