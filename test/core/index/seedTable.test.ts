import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bitsOf, hasBits } from '../../../src/core/index/seedTable.js';

it('finds both bits of a hash in a word, or not', () => {
  const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
  fc.assert(
    fc.property(word, word, (some, hash) => {
      const bits = bitsOf(hash);
      expect(hasBits(some | bits, hash)).toBe(1);
      expect(hasBits(some, hash)).toBe((some & bits) === bits ? 1 : 0);
      expect(hasBits(some & ~bits, hash)).toBe(0);
    }),
  );
});
