import { describe, expect, test } from 'vitest';
import { fileMaker, readAll } from './support.js';

const make = fileMaker();

describe('JSON', () => {
  test('gives bytes and lines of the elements of an array', async () => {
    const text = '[\n  {"a": "],{\\"\\\\"},\n  {"a": [1, {"b": "}"}]}, "text", 12 ,null\n]\n';
    const { records, broken, layout } = await readAll(make('array.json', text));
    expect(layout.format).toBe('json');
    expect(broken).toEqual([]);
    expect(records.map((r) => r.value)).toEqual([{ a: '],{"\\' }, { a: [1, { b: '}' }] }, 'text', 12, null]);
    expect(records.map((r) => r.line)).toEqual([2, 3, 3, 3, 3]);
    for (const { byteOffset, byteLength, value } of records) {
      const bytes = Buffer.from(text).subarray(byteOffset, byteOffset! + byteLength!);
      expect(JSON.parse(bytes.toString())).toEqual(value);
    }
  });

  test.each([
    ['{"version":"1.0","tags":["x"],"data":[{"a":1},{"a":2}]}', '/data', 2],
    ['{"result": {"a/b": [ {"a":1} ]}}', '/result/a~1b', 1],
    ['{"note":"two","answers":["first","second"]}', '/answers', 2],
  ])('finds the array in %s', async (text, pointer, count) => {
    const { records, layout, notes } = await readAll(make('wrapped.json', text));
    expect(layout.json?.pointer).toBe(pointer);
    expect(notes).toEqual([`the records are the elements of ${pointer}`]);
    expect(records).toHaveLength(count);
  });

  test.each([
    '{"messages":[{"role":"user","content":"q"}]}',
    '{"id":1,"choices":[{"text":"t"}],"prompt_filter_results":[{"x":1}]}',
    '{\n "instruction": "i",\n "output": "o"\n}',
    '{"numbers":[1,2]}',
    '{}',
  ])('takes %s as one record', async (text) => {
    const { records } = await readAll(make('single.json', text));
    expect(records.map((r) => r.value)).toEqual([JSON.parse(text)]);
  });

  test('passes over a broken element whose end can be found', async () => {
    const { records, broken } = await readAll(make('broken.json', '[{"a":1},{"a":tru},{"a":3}]'));
    expect(records.map((r) => [r.record, r.value])).toEqual([
      [0, { a: 1 }],
      [2, { a: 3 }],
    ]);
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatchObject({ record: 1, line: 1 });
  });

  test('says that an object of objects is one record, and nothing of a record that holds some', async () => {
    const notesOf = async (text: string) => (await readAll(make('map.json', text))).notes;
    expect(await notesOf('{"a":{"t":"x"},"b":{"t":{"u":"y"}}}')).toEqual([
      'an object of objects is read as one record: if each of them is a record, make a list of them',
    ]);
    expect(await notesOf('{"prompt":{"t":"x"},"response":{"t":"y"}}')).toEqual([]);
    expect(await notesOf('{"a":{"t":"x"},"b":"y"}')).toEqual([]);
    expect(await notesOf('{"a":{"t":"x"}}')).toEqual([]);
  });

  test('says where a file ends too early, inside an element and between two', async () => {
    const inside = await readAll(make('inside.json', '[{"a":1},\n{"a":"unfin'));
    expect(inside.records).toHaveLength(1);
    expect(inside.broken).toEqual([
      { record: 1, line: 2, reason: 'the file ends inside this element, which is cut off' },
    ]);
    const between = await readAll(make('between.json', '[{"a":1},\n'));
    expect(between.broken).toHaveLength(1);
    expect(between.broken[0]!.reason).toContain('ends before its array does');
  });

  test('says once that something stands behind the array', async () => {
    const { records, broken } = await readAll(make('behind.json', '[{"a":1}] x y z [2]'));
    expect(records).toHaveLength(1);
    expect(broken).toEqual([{ reason: 'what stands after the end of the array was not read' }]);
  });

  test('survives brackets that close nothing', async () => {
    const { records, broken } = await readAll(make('stray.json', '[1,},{"a":2}]'));
    expect(records.map((r) => r.value)).toEqual([1, { a: 2 }]);
    expect(broken).toHaveLength(1);
  });

  test('refuses an element beyond the limit and goes on', async () => {
    const long = 'x'.repeat(5000);
    const { records, broken } = await readAll(make('long.json', `[{"a":1},{"t":"${long}"},{"a":3}]`), {
      recordBytes: 1000,
      chunkBytes: 64,
    });
    expect(records.map((r) => r.record)).toEqual([0, 2]);
    expect(broken[0]!.reason).toContain('5008 bytes');
  });

  test('does not recurse into hostile nesting', async () => {
    const deep = `{"x":${'['.repeat(200_000)}${']'.repeat(200_000)},"data":[{"a":1}]}`;
    const { records } = await readAll(make('deep.json', deep));
    expect(records.map((r) => r.value)).toEqual([{ a: 1 }]);
  });
});
