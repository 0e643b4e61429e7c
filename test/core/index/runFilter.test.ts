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

it('chooses among all words of a filter of any size', () => {
  // Of the largest filter fewest bits of a run are left below those that choose its word.
  const filter = { words: new Int32Array(0), shift: 12, oddFrom: 2 ** 20, oddShift: 0 };
  const runs = Array.from({ length: 4000 }, (_, at) => Math.imul(at + 1, 0x9e3779b1));
  for (const odd of [0, 1]) {
    const own = runs.filter((run) => oddBit(run) === odd).map((run) => runWord(filter, run));
    expect(own.every((word) => word >= odd * 2 ** 20 && word < (odd + 1) * 2 ** 20)).toBe(true);
    for (let bit = 0; bit < 20; bit++) {
      const set = own.filter((word) => ((word >> bit) & 1) === 1).length;
      expect(Math.abs(set / own.length - 0.5)).toBeLessThan(0.1);
    }
  }
});
