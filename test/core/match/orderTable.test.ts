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

test('rows of the matches of one suspect have their order, whatever rows were removed before', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 40 }), fc.array(key, { maxLength: 40 }), (gone, keys) => {
      const table = new OrderTable(findingColumns);
      const first = gone.map((one) => table.add(one));
      const held = new Map<number, FindingOrderKey>();
      let rowsNeeded = gone.length;
      for (const [at, one] of keys.entries()) {
        const row = at % 2 === 0 ? first.pop() : undefined;
        if (row === undefined) rowsNeeded++;
        else table.remove(row);
        held.set(table.add(one), one);
      }
      expect(held.size).toBe(keys.length);
      expect(Math.max(...held.keys())).toBeLessThan(rowsNeeded);
      const rows = [...held.keys()].sort((a, b) => table.compare(a, b));
      expect(rows.map((row) => held.get(row))).toEqual([...held.values()].sort(compareWithinFinding));
    }),
    { numRuns: 300 },
  );
});
