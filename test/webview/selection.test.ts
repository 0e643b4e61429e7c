import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Selection, type SelectHow } from '../../src/webview/list/selection.js';

const PLACES = 12;

test('ranges hold exactly the places that a set of them would', () => {
  const how = fc.constantFrom<SelectHow>('only', 'extend', 'toggle');
  const step = fc.oneof(fc.tuple(fc.nat(PLACES - 1), how), fc.constant('all' as const));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const selection = new Selection();
      let naive = new Set<number>();
      let anchor = -1;
      for (const one of steps) {
        if (one === 'all') {
          selection.all();
          naive = new Set(Array.from({ length: PLACES }, (_, place) => place));
          continue;
        }
        const [place, way] = one;
        selection.select(place, way);
        if (way === 'extend' && anchor >= 0) {
          const [first, last] = [Math.min(anchor, place), Math.max(anchor, place)];
          naive = new Set(Array.from({ length: last - first + 1 }, (_, i) => first + i));
          continue;
        }
        anchor = place;
        if (way !== 'toggle') naive = new Set([place]);
        else if (!naive.delete(place)) naive.add(place);
      }
      const held = Array.from({ length: PLACES }, (_, place) => place).filter((place) =>
        selection.has(place),
      );
      expect(held).toEqual([...naive].sort((a, b) => a - b));
      expect(selection.sizeWithin(PLACES)).toBe(naive.size);
      if (Number.isFinite(selection.size)) expect(selection.places).toEqual(held);
    }),
  );
});

test('all of a list that grows stays all of it', () => {
  const selection = new Selection();
  selection.select(0, 'only');
  selection.all();
  selection.select(3, 'toggle');
  expect(selection.sizeWithin(10)).toBe(9);
  expect(selection.sizeWithin(1_000_000)).toBe(999_999);
  expect(selection.has(900_000)).toBe(true);
});
