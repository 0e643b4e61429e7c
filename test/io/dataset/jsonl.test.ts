import { createHash } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileMaker, readAll, temporaryFolder } from './support.js';

const make = fileMaker();

describe('JSON Lines', () => {
  test('gives place, line and value of each record, blank lines uncounted', async () => {
    const path = make('plain.jsonl', '{"a":1}\n\n  \r\n{"a":"ü"}\r\n{"a":3}');
    const { records, broken, sha256 } = await readAll(path);
    expect(broken).toEqual([]);
    expect(records).toEqual([
      { record: 0, line: 1, byteOffset: 0, byteLength: 7, value: { a: 1 } },
      { record: 1, line: 4, byteOffset: 13, byteLength: 10, value: { a: 'ü' } },
      { record: 2, line: 5, byteOffset: 25, byteLength: 7, value: { a: 3 } },
    ]);
    expect(sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
  });

  test('splits on line feeds only', async () => {
    const text = 'one\u2028two\u0085three\u2029four';
    const path = make('separators.jsonl', `{"t":"${text}"}\n{"t":"a\\r\\nb"}\n`);
    const { records } = await readAll(path);
    expect(records.map((r) => r.value)).toEqual([{ t: text }, { t: 'a\r\nb' }]);
  });

  test('counts a byte order mark into the offsets', async () => {
    const path = make('bom.jsonl', '\uFEFF{"a":1}\n{"a":2}\n');
    const { records } = await readAll(path);
    expect(records.map((r) => [r.byteOffset, r.value])).toEqual([
      [3, { a: 1 }],
      [11, { a: 2 }],
    ]);
  });

  test('a broken line keeps its number and never stops the reading', async () => {
    const path = make('broken.jsonl', '{"a":1}\nnot json\n{"a":3}\n');
    const { records, broken } = await readAll(path);
    expect(records.map((r) => r.record)).toEqual([0, 2]);
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatchObject({ record: 1, line: 2 });
    expect(broken[0]!.reason).toContain('not valid JSON');
  });

  test('says that the last line is cut off', async () => {
    const { records, broken } = await readAll(make('cut.jsonl', '{"a":1}\n{"a":"unfin'));
    expect(records).toHaveLength(1);
    expect(broken[0]).toMatchObject({ record: 1, line: 2 });
    expect(broken[0]!.reason).toContain('cut off');
  });

  test('lists lines that are cut off, though all of the first are, and reads the records behind them', async () => {
    const cut = Array.from({ length: 25 }, (_, at) => `{"t":"unfinished${at % 3 === 0 ? ',' : ''}\n`).join(
      '',
    );
    const { records, broken } = await readAll(make('cut-first.jsonl', `${cut}{"t":1}\n{"t":2}\n`));
    expect(records.map(({ line, value }) => [line, value])).toEqual([
      [26, { t: 1 }],
      [27, { t: 2 }],
    ]);
    expect(broken.map(({ line }) => line)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
  });

  test.each([
    ['an array', '[{"a":1},\n', '{"a":2}]\n'],
    ['an object with an array', '{"data":[\n', '{"a":2}\n]}\n'],
    ['values with commas', '', '{"a":2},\n'],
    ['printed values', '', '{\n"a":2}'],
  ])('takes %s for one JSON text, though its lines begin with a brace', async (_, begin, end) => {
    const text = `${begin}${'{"a":1},\n'.repeat(30)}${end}`;
    const { records, broken } = await readAll(make('text.jsonl', text));
    expect(broken).toEqual([]);
    expect(records.length).toBeGreaterThan(30);
  });

  test('keeps lone surrogates, null fields and __proto__ keys as data', async () => {
    const path = make('odd.jsonl', '{"t":"\\ud83d","n":null,"__proto__":{"polluted":1}}\n{"t":2}\n');
    const value = (await readAll(path)).records[0]!.value as Record<string, unknown>;
    expect(value['t']).toBe('\ud83d');
    expect(value['n']).toBeNull();
    expect(Object.keys(value)).toContain('__proto__');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('reads bytes that are not UTF-8 as U+FFFD and counts the records', async () => {
    const line = Buffer.concat([Buffer.from('{"t":"caf'), Buffer.from([0xe9]), Buffer.from('"}\n')]);
    const proper = Buffer.from('{"t":"a real \uFFFD"}\n');
    const { records, notes } = await readAll(make('latin.jsonl', Buffer.concat([line, line, proper])));
    expect(records[0]!.value).toEqual({ t: 'caf\uFFFD' });
    expect(notes).toEqual(['2 records had bytes that are not UTF-8']);
  });

  test('reads NaN and Infinity as null, but not inside strings', async () => {
    const path = make('nan.jsonl', '{"s":NaN,"i":-Infinity,"t":"NaN \\" Infinity"}\n{"s":1}\n');
    const { records, notes } = await readAll(path);
    expect(records[0]!.value).toEqual({ s: null, i: null, t: 'NaN " Infinity' });
    expect(notes).toEqual(['1 record had NaN or Infinity, read as null']);
  });

  test('is recognised by content in a .json file, and an array in a .jsonl file', async () => {
    const lines = await readAll(make('lines.json', '{"a":1}\n{"a":2}\n'));
    expect(lines.layout.format).toBe('jsonl');
    expect(lines.notes).toEqual(['named .json, but it is JSON Lines']);
    const array = await readAll(make('array.jsonl', '[{"a":1},\n {"a":2}]\n'));
    expect(array.layout.format).toBe('json');
    expect(array.records.map((r) => [r.line, r.value])).toEqual([
      [1, { a: 1 }],
      [2, { a: 2 }],
    ]);
    const oneLine = await readAll(make('one.jsonl', '[{"a":1},{"a":2}]'));
    expect(oneLine.records).toHaveLength(2);
    const brokenFirst = await readAll(make('first.jsonl', '{"a":\n{"a":2}\n'));
    expect(brokenFirst.layout.format).toBe('jsonl');
    expect(brokenFirst.records.map((r) => r.record)).toEqual([1]);
  });

  test('refuses a line of 100 MB without holding it', async () => {
    const path = join(temporaryFolder(), 'long.jsonl');
    const out = createWriteStream(path);
    out.write('{"a":1}\n{"t":"');
    const piece = Buffer.alloc(1024 * 1024, 'x');
    for (let i = 0; i < 100; i++) if (!out.write(piece)) await once(out, 'drain');
    out.end('"}\n{"a":3}\n');
    await once(out, 'finish');
    const before = process.memoryUsage().arrayBuffers;
    const { records, broken } = await readAll(path, { recordBytes: 8 * 1024 * 1024 });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024);
    expect(records.map((r) => [r.record, r.line, r.value])).toEqual([
      [0, 1, { a: 1 }],
      [2, 3, { a: 3 }],
    ]);
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatchObject({ record: 1, line: 2 });
    expect(broken[0]!.reason).toContain('more than the 8 MB');
    expect((await readAll(path)).broken[0]!.reason).toContain('more than the 64 MB');
  });
});
