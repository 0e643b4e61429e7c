import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PARTS, partedList, seedList } from '../../../src/core/index/seedList.js';
import { Kernel } from '../../../src/core/kernel/kernel.js';

const hash = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.constantFrom(0, 2 ** 26, 2 ** 32 - 1));

it('puts hashes in the order of their upper bits, those of a part as they were', () => {
  const kernel = new Kernel();
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 300 }), fc.nat(20), (hashes, behind) => {
      const tokens = [...hashes.keys()];
      const { memory } = kernel;
      // What stands behind the last one is none of it.
      const columns = [hashes, tokens].map((numbers, at) => {
        const column = memory.grownWords(`column ${at}`, numbers.length + behind, 0);
        column.fill(7).set(numbers);
        return column;
      });
      const list = partedList(kernel, columns[0]!, columns[1]!, hashes.length);
      const part = (token: number) => hashes[token]! >>> 26;
      const ordered = tokens.toSorted((a, b) => part(a) - part(b));
      expect([...list.tokens]).toEqual(ordered);
      expect([...list.hashes]).toEqual(ordered.map((token) => hashes[token]!));
      expect([...list.bounds]).toEqual(
        Array.from({ length: PARTS + 1 }, (_, at) => tokens.filter((token) => part(token) < at).length),
      );
      expect(seedList(Uint32Array.from(hashes), Uint32Array.from(tokens))).toEqual(list);
    }),
  );
});
