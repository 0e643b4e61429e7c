import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segments } from '../../../src/core/marks/segments.js';

const marks = fc.array(
  fc.record({
    start: fc.integer({ min: -3, max: 25 }),
    end: fc.integer({ min: -3, max: 25 }),
    class: fc.constantFrom('a', 'b', 'c'),
  }),
);

test('segments cover the text, and each character has the classes of its marks', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), marks, (text, some) => {
      const found = segments(text, some);
      expect(found.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      for (let at = 0; at < text.length; at++) {
        const segment = found.find(({ start, end }) => start <= at && at < end);
        const expected = new Set(
          some.filter(({ start, end }) => start <= at && at < end).map((mark) => mark.class),
        );
        expect(segment?.classes).toEqual([...expected]);
      }
    }),
  );
});

test('labels stay with their marks', () => {
  expect(segments('abc', [{ start: 1, end: 2, class: 'x', label: 'why' }])).toEqual([
    { start: 0, end: 1, classes: [], labels: [] },
    { start: 1, end: 2, classes: ['x'], labels: ['why'] },
    { start: 2, end: 3, classes: [], labels: [] },
  ]);
});
