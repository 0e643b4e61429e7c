import { expect, test } from 'vitest';
import { DistinctWords } from '../../../src/core/index/distinctWords.js';

/** Prints of words that are told apart by their upper bits. */
const words = (...numbers: readonly number[]) => Uint16Array.from(numbers, (number) => number << 4);

test('tells how many distinct words are few, in a stretch of prints', () => {
  const few = new DistinctWords(3);
  const prints = words(1, 2, 1, 3, 3, 4, 2);
  expect(few.areFew(prints, 0, 5)).toBe(true);
  expect(few.areFew(prints, 0, 6)).toBe(false);
  expect(few.areFew(prints, 3, 7)).toBe(true);
  expect(few.areFew(prints, 2, 2)).toBe(true);
});

test('takes no text for an earlier one, however many it has read', () => {
  const few = new DistinctWords(2);
  const prints = words(1, 2, 3);
  for (let text = 0; text < 2 ** 17; text++) {
    const whole = text % (2 ** 16 - 1) === 0;
    if (few.areFew(prints, 0, whole ? 3 : 1) === whole) throw new Error(`text ${text}`);
  }
});
