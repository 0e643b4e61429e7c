import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DistinctTexts } from '../../../src/io/case/distinctTexts.js';
import { EntriesInMemory } from '../../../src/io/case/entries.js';
import { Spool } from '../../../src/io/case/spool.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'distinct-'));

test('texts have the numbers of their first appearance, in memory and on the disk', () => {
  const text = fc.tuple(
    fc.string({ unit: 'grapheme', maxLength: 3 }),
    fc.constantFrom('', 'x'.repeat(400_000)),
  );
  fc.assert(
    fc.property(fc.array(text.map((parts) => parts.join(''))), (all) => {
      const first = [...new Set(all)];
      const spool = new Spool(path.join(folder, 'texts'));
      for (const entries of [new EntriesInMemory(), spool]) {
        const texts = new DistinctTexts(entries);
        expect(all.map((one) => texts.numberOf(one))).toEqual(all.map((one) => first.indexOf(one)));
        expect(texts.count).toBe(first.length);
        expect(texts.bytes).toBe(Buffer.byteLength(first.join('')));
        expect(Array.from(texts.each(), (one) => Buffer.from(one).toString())).toEqual(first);
      }
      spool.close();
    }),
    { numRuns: 60 },
  );
  rmSync(folder, { recursive: true });
});
