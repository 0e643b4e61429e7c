import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Response } from '../../../src/shared/dataset.js';
import { Notes } from '../../../src/io/dataset/notes.js';
import { openDataset } from '../../../src/io/dataset/openDataset.js';
import { readRange } from '../../../src/io/index/jsonlRange.js';
import { Readers } from '../../../src/io/index/readers.js';

/** Lines with their ends: some are longer than what is read at once, some hold no record. */
const line = fc.oneof(
  { weight: 6, arbitrary: fc.nat(300).map((length) => JSON.stringify({ prompt: 'p', response: `é${'x'.repeat(length)}` })) },
  { weight: 2, arbitrary: fc.integer({ min: 30_000, max: 200_000 }).map((length) => JSON.stringify({ prompt: 'p', response: '字'.repeat(length / 3) })) },
  { weight: 1, arbitrary: fc.constantFrom('', '{"prompt":"p"', '{"prompt":"p","response":""}') },
); // prettier-ignore

it('reads stretches of a file as the whole file is read, wherever it is cut', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'range-'));
  const file = path.join(folder, 'a.jsonl');
  const first = JSON.stringify({ prompt: 'p', response: 'The first one.' });
  const ends = fc.constantFrom('\n', '\r\n');
  const lines = fc.array(fc.tuple(line, ends, fc.boolean()), { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(lines, fc.boolean(), async (rest, bom) => {
      let text = `${bom ? '\ufeff' : ''}${first}\n`;
      /** Where stretches begin. */
      const starts = [0];
      for (const [content, end, cut] of rest) {
        if (cut) starts.push(Buffer.byteLength(text));
        text += content + end;
      }
      await writeFile(file, text);
      const { layout, reader } = await new Readers().of(file, undefined);
      const found: Response[] = [];
      let records = 0;
      let passed = 0;
      const skipped: (number | undefined)[] = [];
      for (const [at, start] of starts.entries()) {
        const range = { start, end: starts[at + 1] ?? layout.bytes };
        let counts = { records: 0, lines: 0 };
        for (const batch of readRange(layout, range, reader, new Notes())) {
          for (const one of batch.responses) {
            const { record, line: number = 0 } = one.address;
            found.push({
              ...one,
              address: { ...one.address, record: record + records, line: number + passed },
            });
          }
          for (const one of batch.skipped) skipped.push((one.line ?? 0) + passed);
          counts = batch;
        }
        records += counts.records;
        passed += counts.lines;
      }
      const whole = await openDataset(file);
      const expected: Response[] = [];
      const missed: (number | undefined)[] = [];
      for await (const batch of whole.batches()) {
        expected.push(...batch.responses);
        for (const one of batch.skipped) missed.push(one.line);
      }
      expect(found).toEqual(expected);
      expect(skipped).toEqual(missed);
      expect(records).toBe(whole.summary().records);
    }),
    { numRuns: 40 },
  );
  await rm(folder, { recursive: true });
});
