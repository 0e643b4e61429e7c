import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DatasetRecords } from '../../../src/io/dataset/datasetRecords.js';
import { openDataset } from '../../../src/io/dataset/openDataset.js';
import type { ResponseAddress } from '../../../src/shared/dataset.js';
import { fileMaker, FIXTURES } from './support.js';

const make = fileMaker();
const records = Array.from({ length: 300 }, (_, n) => ({
  messages: [
    { role: 'user', content: `Say ${n}` },
    { role: 'assistant', content: `First "${n}"\n${'ä'.repeat(n % 50)}` },
    { role: 'user', content: 'More' },
    { role: 'assistant', content: `Second ${n}` },
  ],
}));
const jsonl = records.map((record) => JSON.stringify(record) + '\n').join('');
const csv = `prompt,response\n${records.map((_, n) => `p${n},"r ""${n}"""\n`).join('')}`;

async function addressesOf(path: string): Promise<{ at: ResponseAddress }[]> {
  const found: { at: ResponseAddress }[] = [];
  for await (const { responses } of (await openDataset(path)).batches())
    found.push(...responses.map(({ address }) => ({ at: address })));
  // Neither in the order of the file nor each once.
  return [
    ...found.filter((_, n) => n % 3 > 0).toReversed(),
    ...found.filter((_, n) => n % 3 === 0),
    { at: found[0]!.at },
  ];
}

/** What is found of each item, and how many batches it took. */
async function inBatches(file: DatasetRecords, items: readonly { at: ResponseAddress }[]) {
  const found = new Map<object, unknown>();
  let batches = 0;
  for await (const batch of file.responses(items)) {
    batches++;
    for (const [item, text] of batch) found.set(item, text);
  }
  return { found: items.map((item) => found.get(item)), size: found.size, batches };
}

test.each([
  ['JSON Lines', () => make('many.jsonl', jsonl), 1],
  ['JSON', () => make('many.json', JSON.stringify(records, null, 1)), 1],
  ['CSV', () => make('many.csv', csv), 1],
  ['compressed lines', () => make('many.jsonl.gz', gzipSync(jsonl)), 1],
  ['Parquet', () => join(FIXTURES, 'rows.parquet'), 3],
  ['text', () => make('one.txt', 'Only this.'), 1],
])('many responses of a file of %s are those read one by one, at once', async (_, file, most) => {
  const path = file();
  const items = await addressesOf(path);
  const one = new DatasetRecords(path);
  const expected = [];
  for (const { at } of items) expected.push(await one.response(at));
  expect(expected.every((found) => found && found.text.length > 0)).toBe(true);
  const many = await inBatches(new DatasetRecords(path), items);
  expect(many.found).toEqual(expected);
  expect(many.size).toBe(items.length);
  expect(many.batches).toBeLessThanOrEqual(most);
  await one.close();
});

test('records that are gone or changed are undefined, the others stay', async () => {
  const path = make('changing.jsonl', jsonl);
  const items = await addressesOf(path);
  const lines = jsonl.split('\n');
  writeFileSync(
    path,
    lines
      .map((line, n) => (n === 7 ? '?'.repeat(Buffer.byteLength(line)) : line))
      .slice(0, 250)
      .join('\n'),
  );
  appendFileSync(path, '\n');
  const { found } = await inBatches(new DatasetRecords(path), items);
  items.forEach(({ at }, n) => expect(found[n] === undefined).toBe(at.record === 7 || at.record >= 250));
  rmSync(path);
  const { found: none } = await inBatches(new DatasetRecords(path), items);
  expect(none.every((text) => text === undefined)).toBe(true);
});
