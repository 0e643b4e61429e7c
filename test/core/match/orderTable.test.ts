import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareMatches,
  compareWithinFinding,
  type FindingOrderKey,
  type OrderKey,
} from '../../../src/core/match/order.js';
import { findingColumns, matchColumns } from '../../../src/core/match/orderColumns.js';
import { OrderTable } from '../../../src/core/match/orderTable.js';
import { KINDS } from '../../../src/shared/match.js';

const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom('0', '9', 'a', 'f'), minLength: count, maxLength: count });
const value = fc.record({ value: fc.constantFrom(0, 0.25, 1 / 3, 40) });
const place = fc.record(
  {
    path: fc.constantFrom('b.jsonl', 'B.jsonl', 'ä.jsonl', 'b'),
    record: fc.nat(2),
    pointer: fc.constantFrom('', '/output', '/choices/10', '/choices/9'),
    // Most originals are the same, so that what comes after decides.
    sha256: fc.oneof(fc.constant('a'.repeat(64)), digits(64)),
    range: fc.tuple(fc.nat(2), fc.nat(2)),
  },
  { requiredKeys: ['path', 'record', 'pointer', 'sha256'] },
);
const key: fc.Arbitrary<OrderKey & FindingOrderKey> = fc.record({
  pair: digits(16),
  kind: fc.constantFrom(...KINDS),
  reported: fc.boolean(),
  scores: fc.record({ distinctiveTokens: value, containmentSuspect: value, jaccard: value }),
  suspect: place,
  original: place,
});

test('rows of numbers have the order of the matches they stand for', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 40 }), (keys) => {
      const table = new OrderTable(matchColumns);
      for (const one of keys) table.add(one);
      expect(Array.from(table.sorted(), (row) => keys[row])).toEqual(keys.toSorted(compareMatches));
    }),
    { numRuns: 300 },
  );
});

test('rows that were taken out have their order among others that came since', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 30 }), fc.array(key, { maxLength: 30 }), (first, then) => {
      const table = new OrderTable(findingColumns);
      const taken = first.map((one) => Float64Array.from(table.numbers(table.add(one))));
      table.clear();
      const keys: FindingOrderKey[] = [];
      for (const one of then) keys[table.add(one)] = one;
      for (const [at, numbers] of taken.entries()) {
        for (const [other, more] of taken.entries())
          expect(Math.sign(table.compareNumbers(numbers, more))).toBe(
            Math.sign(compareWithinFinding(first[at]!, first[other]!)),
          );
        keys[table.put(numbers)] = first[at]!;
      }
      expect(keys).toHaveLength(first.length + then.length);
      expect(Array.from(table.sorted(), (row) => keys[row])).toEqual(keys.toSorted(compareWithinFinding));
    }),
    { numRuns: 300 },
  );
});
