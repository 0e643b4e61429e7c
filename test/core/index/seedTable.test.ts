import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bitsOf, hasBits, makeSeedTable } from '../../../src/core/index/seedTable.js';
import { SharedMemory } from '../../../src/core/index/sharedMemory.js';

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

it('spreads hashes over all words of its filter', () => {
  const hashes = Uint32Array.from({ length: 20_000 }, (_, at) => Math.imul(at + 1, 0x9e3779b1));
  const list = { hashes, tokens: Uint32Array.from(hashes.keys()) };
  const { filter } = makeSeedTable([list], [0], hashes.length, new SharedMemory(), 'seeds');
  expect(filter.filter((word) => word !== 0).length).toBeGreaterThan(0.9 * filter.length);
});
