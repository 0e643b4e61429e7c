import fc from 'fast-check';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RecordIndex } from '../../../src/io/table/recordIndex.js';
import { TextTable } from '../../../src/io/table/textTable.js';
import { temporaryFolder } from '../dataset/support.js';
import { essence, files, naively, smallLimits, written } from './files.js';

const folder = temporaryFolder();

async function counted(table: TextTable): Promise<void> {
  for (let size = table.size; !size.exact;) size = await table.counted(size);
}

describe('A text file as a table', () => {
  test('has the records, in any range, that a plain reading finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 2, max: 9 }),
        fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 8 })), { minLength: 1, maxLength: 6 }),
        async ([name, content], chunkBytes, distance, most, ranges) => {
          const layout = await written(folder, name, content);
          const all = await naively(layout);
          const index = new RecordIndex(distance, most);
          const table = await TextTable.open(layout, index, smallLimits(chunkBytes));
          try {
            // Asked for before the count is done.
            for (const [first, count] of ranges) {
              const expected = all.filter(({ record = -1 }) => record >= first && record < first + count);
              expect((await table.items(first, count)).map(essence)).toEqual(expected.map(essence));
            }
            await counted(table);
            expect(table.size.records).toBe((all.at(-1)?.record ?? -1) + 1);
            expect(index.length).toBeLessThanOrEqual(most);
            const walked = [];
            const [from] = ranges[0]!;
            for await (const { items } of table.walk(from, Infinity, () => false)) walked.push(...items);
            expect(walked.map(essence)).toEqual(all.filter(({ record = -1 }) => record >= from).map(essence));
          } finally {
            await table.close();
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);

  test('passes over stretches that are skipped, and says how many bytes each took', async () => {
    const lines = Array.from({ length: 100 }, (_, i) => `{"prompt":"p","response":"answer ${i}"}\n`);
    const layout = await written(folder, 'skipped.jsonl', Buffer.from(lines.join('')));
    const table = await TextTable.open(layout, new RecordIndex(64), smallLimits(128));
    let bytes = 0;
    const records = [];
    for await (const stretch of table.walk(0, Infinity, (part) => !part.includes('answer 57'))) {
      bytes += stretch.bytes;
      records.push(...stretch.items.map(({ record }) => record));
    }
    expect(records).toContain(57);
    // The last stretch has no end in the index and is read.
    expect(records.length).toBeLessThan(20);
    expect(Math.round(bytes)).toBe(layout.bytes);
    await table.close();
  });

  test('knows when its file was written again', async () => {
    const path = join(folder, 'changing.jsonl');
    const layout = await written(folder, 'changing.jsonl', Buffer.from('{"prompt":"p","response":"r"}\n'));
    const table = await TextTable.open(layout);
    expect(await table.changed()).toBe(false);
    appendFileSync(path, '{"prompt":"p","response":"more"}\n');
    expect(await table.changed()).toBe(true);
    await table.close();
  });

  test('ends the waiting of those who ask for more than is counted when it is closed', async () => {
    const path = join(folder, 'long.jsonl');
    writeFileSync(path, '{"prompt":"p","response":"r"}\n'.repeat(200_000));
    const layout = await written(
      folder,
      'closing.jsonl',
      Buffer.from('{"prompt":"p","response":"r"}\n'.repeat(200_000)),
    );
    const table = await TextTable.open(layout, new RecordIndex(), smallLimits(64));
    const waiting = expect(table.items(199_999, 1)).rejects.toMatchObject({ code: 'cancelled' });
    await table.close();
    await waiting;
  });
});
