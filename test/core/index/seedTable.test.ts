import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Kernel } from '../../../src/core/kernel/kernel.js';
import { seedList } from '../../../src/core/index/seedList.js';
import { makeSeedTable } from '../../../src/core/index/seedTable.js';

it('spreads hashes over all words of its filter', () => {
  const hashes = Uint32Array.from({ length: 20_000 }, (_, at) => Math.imul(at + 1, 0x9e3779b1));
  const list = seedList(hashes, Uint32Array.from(hashes.keys()));
  const { filter } = makeSeedTable([list], [0], hashes.length, new Kernel(), 'seeds');
  expect(filter.filter((word) => word !== 0).length).toBeGreaterThan(0.9 * filter.length);
});

it('lists hashes by their parts, those of a part in the order they had', () => {
  const hashes = fc.array(fc.nat(2 ** 32 - 1), { maxLength: 300 });
  fc.assert(
    fc.property(hashes, fc.nat(20), (all, more) => {
      const tokens = all.map((_, at) => 1000 - at);
      const unused = Array.from({ length: more }, () => 7);
      const list = seedList(
        Uint32Array.from([...all, ...unused]),
        Uint32Array.from([...tokens, ...unused]),
        all.length,
      );
      const partOf = (hash: number) => Math.floor(hash / 2 ** 26);
      const order = [...all.keys()].sort((a, b) => partOf(all[a]!) - partOf(all[b]!) || a - b);
      expect([...list.hashes]).toEqual(order.map((at) => all[at]));
      expect([...list.tokens]).toEqual(order.map((at) => tokens[at]));
      expect(list.bounds.length).toBe(65);
      for (let part = 0; part <= 64; part++)
        expect(list.bounds[part]).toBe(all.filter((hash) => partOf(hash) < part).length);
    }),
  );
});
