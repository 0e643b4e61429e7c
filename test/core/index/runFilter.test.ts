import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeRunFilter, runWord } from '../../../src/core/index/runFilter.js';
import { oddBit, runFrom } from '../../../src/core/index/runs.js';
import { hasBits } from '../../../src/core/index/seedTable.js';
import { SharedMemory } from '../../../src/core/index/sharedMemory.js';
import { SpacedSeeds } from '../../../src/core/index/spacedSeeds.js';

const HALVES = 6;

it('holds the first run of every seed, odd runs in words of their own', () => {
  // Prints of words have 0 in the two bits that tell weights.
  const words = fc.array(
    fc.nat(2 ** 14 - 1).map((word) => word << 2),
    { minLength: 8, maxLength: 400 },
  );
  fc.assert(
    fc.property(words, (tokens) => {
      const prints = Uint16Array.from(tokens);
      const seeds = new SpacedSeeds(HALVES);
      seeds.read(prints, 0, prints.length);
      const list = { hashes: seeds.hashes.slice(0, seeds.count), tokens: seeds.places.slice(0, seeds.count) };
      const filter = makeRunFilter(prints, [list], [0], HALVES, new SharedMemory());
      const all = new SpacedSeeds(HALVES, filter);
      all.read(prints, 0, prints.length);
      expect([...all.hashes.slice(0, all.count)]).toEqual([...list.hashes]);
      list.hashes.forEach((hash, at) => {
        const run = runFrom(prints, list.tokens[at]!, HALVES);
        const word = runWord(filter, run);
        expect(hash & 1).toBe(oddBit(run));
        expect(word >= filter.oddFrom).toBe(oddBit(run) === 1);
        expect(hasBits(filter.words[word]!, run)).toBe(1);
      });
    }),
  );
});
