import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeWindows1252 } from '../../../src/io/dataset/decodeText.js';
import { jsonValue } from '../../../src/io/dataset/parquetValue.js';
import { readRecord } from '../../../src/io/dataset/readRecord.js';
import { fileMaker, FIXTURES, readAll } from './support.js';

const make = fileMaker();

describe('text files', () => {
  test('are one record, without the byte order mark', async () => {
    const { records } = await readAll(make('answer.txt', '\uFEFFFirst line\r\nsecond'));
    expect(records).toEqual([
      { record: 0, line: 1, byteOffset: 3, byteLength: 18, value: 'First line\r\nsecond' },
    ]);
  });

  test('are read as windows-1252 when they are not UTF-8', async () => {
    const path = make('old.txt', Buffer.from([0x93, 0x48, 0x69, 0x94, 0x20, 0x80, 0xe9]));
    const { records, notes } = await readAll(path);
    expect(records[0]!.value).toBe('“Hi” €é');
    expect(notes).toEqual(['the text is not UTF-8 and was read as windows-1252']);
    expect(await readRecord(path, records[0]!)).toEqual({ value: '“Hi” €é', raw: '“Hi” €é' });
  });

  test('windows-1252 gives each byte one character', () => {
    const all = decodeWindows1252(Buffer.from(Array.from({ length: 256 }, (_, i) => i)));
    expect(all).toHaveLength(256);
    expect(new Set(all).size).toBe(256);
    expect([all[0x41], all[0x85], all[0x99], all[0x9f], all[0xff]]).toEqual(['A', '…', '™', 'Ÿ', 'ÿ']);
  });

  test('are refused beyond the limit', async () => {
    const { records, broken } = await readAll(make('long.md', 'x'.repeat(5000)), { recordBytes: 1000 });
    expect(records).toEqual([]);
    expect(broken[0]!.reason).toContain('5000 bytes');
  });
});

describe('Parquet', () => {
  const path = join(FIXTURES, 'rows.parquet');

  test('gives rows as JSON values, without lines and bytes', async () => {
    const { records, broken, sha256, bytesDone } = await readAll(path);
    expect(broken).toEqual([]);
    expect(records.map((r) => r.record)).toEqual(Array.from({ length: 25 }, (_, i) => i));
    expect(records[3]).toEqual({
      record: 3,
      value: {
        id: '9007199254740993',
        prompt: 'Question number 3?',
        response: 'The answer to question 3 is a short sentence.',
        time: '2026-01-04T00:00:00.000Z',
        tags: { a: ['x', 3], __proto__x: true },
        score: 1.5,
      },
    });
    expect(records[5]!.value).toMatchObject({ id: 5, score: null });
    expect(records[7]!.value).toMatchObject({ response: null });
    expect(sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
    expect(bytesDone.at(-1)).toBe(readFileSync(path).length);
  });

  test('reads one row again, from a later row group too', async () => {
    const { value } = await readRecord(path, { record: 21 });
    expect(value).toMatchObject({ id: 21, prompt: 'Question number 21?' });
    await expect(readRecord(path, { record: 25 })).rejects.toThrow(/25 rows now/);
  });

  test('names the file when it is damaged', async () => {
    const bytes = readFileSync(path);
    const broken = make('broken.parquet', bytes.subarray(0, 2000));
    await expect(readAll(broken)).rejects.toMatchObject({ code: 'input' });
    await expect(readAll(broken)).rejects.toThrow(broken);
    await expect(readAll(make('fake.parquet', '{"a":1}'))).rejects.toThrow(/no Parquet file by its content/);
  });

  test('turns every value into one that JSON has', () => {
    expect(
      jsonValue({ a: [1n, undefined, NaN], b: new Uint8Array([0xff]), c: new Uint8Array([0x41]) }),
    ).toEqual({
      a: [1, null, null],
      b: 'ff',
      c: 'A',
    });
    expect(jsonValue(new Float32Array([0.5]))).toEqual([0.5]);
  });
});
