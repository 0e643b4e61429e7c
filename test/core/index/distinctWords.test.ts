import { expect, test } from 'vitest';
import { DistinctWords } from '../../../src/core/index/distinctWords.js';
import { Kernel } from '../../../src/core/kernel/kernel.js';

/** Prints of words that are told apart by their upper bits. */
const words = (...numbers: readonly number[]) => Uint16Array.from(numbers, (number) => number << 4);

/** How the text is read whose prints these are. */
function reader(most: number) {
  const kernel = new Kernel();
  const few = new DistinctWords(kernel, most);
  return (prints: Uint16Array, from: number, to: number): boolean => {
    const held = kernel.memory.grownPrints('prints', prints.length, 0);
    held.set(prints);
    return few.areFew(held.byteOffset + 2 * from, to - from);
  };
}

test('tells how many distinct words are few, in a stretch of prints', () => {
  const areFew = reader(3);
  const prints = words(1, 2, 1, 3, 3, 4, 2);
  expect(areFew(prints, 0, 5)).toBe(true);
  expect(areFew(prints, 0, 6)).toBe(false);
  expect(areFew(prints, 3, 7)).toBe(true);
  expect(areFew(prints, 2, 2)).toBe(true);
});

test('takes no text for an earlier one, however many it has read', () => {
  const areFew = reader(2);
  const prints = words(1, 2, 3);
  for (let text = 0; text < 2 ** 17; text++) {
    const whole = text % (2 ** 16 - 1) === 0;
    if (areFew(prints, 0, whole ? 3 : 1) === whole) throw new Error(`text ${text}`);
  }
});
