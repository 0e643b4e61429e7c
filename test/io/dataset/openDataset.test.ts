import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { DatasetRecords } from '../../../src/io/dataset/datasetRecords.js';
import { inspectDataset } from '../../../src/io/dataset/inspectDataset.js';
import { LIMITS } from '../../../src/io/dataset/limits.js';
import { openDataset } from '../../../src/io/dataset/openDataset.js';
import { previewDataset } from '../../../src/io/dataset/previewDataset.js';
import { readRecord } from '../../../src/io/dataset/readRecord.js';
import type { Response, Skipped } from '../../../src/shared/dataset.js';
import { fileMaker, FIXTURES } from './support.js';

const make = fileMaker();

function alpaca(count: number): string {
  const line = (i: number): string =>
    JSON.stringify({ instruction: `Do ${i}`, input: '', output: `Done ${i}.` });
  return Array.from({ length: count }, (_, i) => line(i) + '\n').join('');
}

describe('an open dataset', () => {
  test('gives responses with addresses, what was skipped, and a summary at the end only', async () => {
    const text = alpaca(2) + 'broken\n' + '{"instruction":"Do 3","output":""}\n';
    const path = make('suspect.jsonl', text);
    const dataset = await openDataset(path);
    expect(dataset).toMatchObject({ path, format: 'jsonl', compression: 'none', bytes: text.length });
    expect(() => dataset.summary()).toThrow(/after the last batch/);
    for (let pass = 0; pass < 2; pass++) {
      const responses: Response[] = [];
      const skipped: Skipped[] = [];
      for await (const batch of dataset.batches()) {
        responses.push(...batch.responses);
        skipped.push(...batch.skipped);
      }
      const byteLength = text.indexOf('\n');
      expect(responses[1]).toMatchObject({
        address: { path, record: 1, line: 2, byteOffset: byteLength + 1, byteLength, pointer: '/output' },
        part: 'answer',
        text: 'Done 1.',
      });
      expect(responses[1]!.prompt).toContain('Do 1');
      expect(skipped.map((s) => [s.path, s.record, s.line])).toEqual([
        [path, 2, 3],
        [path, 3, 4],
      ]);
    }
    expect(dataset.summary()).toMatchObject({
      sha256: createHash('sha256').update(text).digest('hex'),
      records: 4,
      responses: 2,
      skipped: 2,
      notes: [],
    });
  });

  test('follows the user’s word on the shape', async () => {
    const path = make(
      'custom.jsonl',
      '{"q":"Why?","a":"Because.","longer":"A much longer text that is none."}\n',
    );
    const dataset = await openDataset(path, { shape: { prompt: '/q', response: '/a' } });
    const batches = [];
    for await (const batch of dataset.batches()) batches.push(...batch.responses);
    expect(batches.map((r) => [r.prompt, r.text])).toEqual([['Why?', 'Because.']]);
    expect(dataset.shape.name).toBe('custom');
  });

  test.each([
    ['empty.jsonl', '', /is empty\. Choose/],
    ['blank.jsonl', ' \n\n', /empty but for white space/],
    ['garbage.jsonl', 'not json\nneither\n', /holds no record that can be read\. The first one \(line 1\)/],
    ['header.csv', 'prompt,response\n', /holds no record that can be read\. It has no rows/],
    [
      'wide.jsonl',
      Buffer.from('\uFEFF{"a":1}\n', 'utf16le'),
      /UTF-16LE.*iconv -f UTF-16LE -t UTF-8 'wide\.jsonl'/,
    ],
    ['wide.csv', Buffer.from('prompt,response\n', 'utf16le'), /UTF-16LE/],
    ['binary.json', Buffer.from('PK\x03\x04\x00\x00zip'), /binary file/],
    ['numbers.jsonl', '{"a":1}\n{"a":2}\n', /numbers\.jsonl/],
  ])('refuses %s in words that help', async (name, content, message) => {
    const path = make(name, content);
    await expect(openDataset(path)).rejects.toMatchObject({ name: 'Failure', code: 'input' });
    await expect(openDataset(path)).rejects.toThrow(message);
    await expect(openDataset(path)).rejects.toThrow(path);
  });

  test('refuses a folder and a file that is gone', async () => {
    await expect(openDataset(FIXTURES)).rejects.toThrow(/is a folder where a file was expected/);
    await expect(openDataset(join(FIXTURES, 'gone.jsonl'))).rejects.toThrow(/does not exist/);
  });

  test('can be cancelled', async () => {
    const controller = new AbortController();
    const dataset = await openDataset(make('long.jsonl', alpaca(5000)), { signal: controller.signal });
    const read = async (): Promise<void> => {
      for await (const batch of dataset.batches()) if (batch.responses.length > 0) controller.abort();
    };
    await expect(read()).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('gives the same with chunks of any size', async () => {
    const path = make('chunks.jsonl', alpaca(40));
    const read = async (chunkBytes: number): Promise<Response[]> => {
      const dataset = await openDataset(path, { limits: { ...LIMITS, chunkBytes } });
      const all: Response[] = [];
      for await (const { responses } of dataset.batches()) all.push(...responses);
      return all;
    };
    const whole = await read(LIMITS.chunkBytes);
    expect(whole).toHaveLength(40);
    for (const size of [1, 2, 3, 7, 64]) expect(await read(size)).toEqual(whole);
  });
});

describe('a record read again', () => {
  test('comes from its bytes, and a changed file is said to be so', async () => {
    const path = make('again.jsonl', alpaca(3));
    const byteLength = alpaca(1).length - 1;
    const place = { record: 1, byteOffset: byteLength + 1, byteLength };
    expect(await readRecord(path, place)).toEqual({
      value: { instruction: 'Do 1', input: '', output: 'Done 1.' },
      raw: alpaca(2).split('\n')[1],
    });
    expect((await readRecord(path, { record: 2 })).value).toMatchObject({ output: 'Done 2.' });
    make('again.jsonl', ' ' + alpaca(3));
    await expect(readRecord(path, place)).rejects.toThrow(
      /^Record 1 of .* changed since the run\. Run the comparison again/,
    );
    make('again.jsonl', alpaca(1));
    await expect(readRecord(path, place)).rejects.toThrow(/changed since the run/);
    await expect(readRecord(path, { record: 2 })).rejects.toThrow(/fewer records now/);
  });

  test('gives its response, and nothing once the file is gone or changed', async () => {
    const path = make('responses.jsonl', alpaca(3));
    const records = new DatasetRecords(path);
    const byteLength = alpaca(1).length - 1;
    const address = { record: 1, byteOffset: byteLength + 1, byteLength, pointer: '/output' };
    expect(await records.response(address)).toEqual({ text: 'Done 1.', prompt: 'Do 1' });
    expect(await records.response({ ...address, pointer: '/nothing' })).toBeUndefined();
    make('responses.jsonl', alpaca(1));
    expect(await records.response(address)).toBeUndefined();
    expect(await new DatasetRecords(join(FIXTURES, 'gone.jsonl')).response(address)).toBeUndefined();
    await records.close();
  });
});

describe('inspection and preview', () => {
  test('tell fields, lengths and the first response', async () => {
    const path = make('fields.jsonl', alpaca(11) + '{"instruction":"x","output":null,"extra":[1]}\n');
    const found = await inspectDataset(path);
    expect(found.fields).toEqual([
      { name: 'instruction', present: 12, type: 'string' },
      { name: 'input', present: 11, type: 'string' },
      { name: 'output', present: 11, type: 'string' },
      { name: 'extra', present: 1, type: 'list' },
    ]);
    expect(found.lengths).toEqual({ min: 7, median: 7, p90: 7, max: 8 });
    expect(found.first).toEqual({ prompt: 'Do 0', text: 'Done 0.' });
    expect(found).toMatchObject({ records: 12, responses: 11, skipped: 1 });
    expect(found.firstSkipped).toHaveLength(1);
    expect(found.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
  });

  test('a preview is exact for a small file and estimates a large one', async () => {
    const small = await previewDataset(make('small.jsonl', alpaca(30)));
    expect(small).toMatchObject({ responses: 30, exact: true, first: { text: 'Done 0.' } });
    for (const [name, content] of [
      ['large.jsonl', alpaca(40_000)],
      ['large.jsonl.gz', gzipSync(alpaca(40_000))],
    ] as const) {
      const large = await previewDataset(make(name, content));
      expect(large.exact).toBe(false);
      expect(large.responses).toBeGreaterThan(30_000);
      expect(large.responses).toBeLessThan(60_000);
    }
  });
});
