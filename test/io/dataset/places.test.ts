import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../../src/io/dataset/readRecord.js';
import { fileMaker, readAll } from './support.js';

const make = fileMaker();

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\r', '\u2028', '{', ']', ',', 'é', '😀', '\ud83d') }),
);
const value = fc.dictionary(fc.oneof(fc.constant('__proto__'), text), fc.oneof(text, fc.jsonValue()), {
  minKeys: 1,
});
const chunkBytes = fc.integer({ min: 1, max: 64 });
const lineEnd = fc.constantFrom('\n', '\r\n', '\n\n', '\n \t\r\n');

describe('places, whatever the size of the chunks', () => {
  test('JSON Lines: the bytes of a record parse to its value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 2 }), lineEnd, chunkBytes, async (values, end, size) => {
        const lines = values.map((v) => JSON.stringify(v));
        const path = make('property.jsonl', lines.join(end) + end);
        const bytes = readFileSync(path);
        const { records, broken } = await readAll(path, { chunkBytes: size });
        expect(broken).toEqual([]);
        expect(records.map((r) => JSON.stringify(r.value))).toEqual(
          lines.map((l) => JSON.stringify(JSON.parse(l))),
        );
        for (const { byteOffset, byteLength, line, record } of records) {
          const slice = bytes.subarray(byteOffset, byteOffset! + byteLength!).toString();
          expect(slice).toBe(lines[record]);
          expect(line).toBe(bytes.subarray(0, byteOffset).toString('latin1').split('\n').length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('JSON: the bytes of an element parse to its value', async () => {
    const any = fc.oneof(value, text, fc.jsonValue());
    const indent = fc.constantFrom(0, 1, '\t');
    const wrapped = fc.boolean();
    await fc.assert(
      fc.asyncProperty(fc.array(any), indent, wrapped, chunkBytes, async (values, space, wrap, size) => {
        const list = [{ first: 1 }, ...values];
        const path = make('property.json', JSON.stringify(wrap ? { rows: list } : list, null, space));
        const bytes = readFileSync(path);
        const { records, broken } = await readAll(path, { chunkBytes: size });
        expect(broken).toEqual([]);
        expect(records).toHaveLength(list.length);
        for (const { byteOffset, byteLength, line, record, value: found } of records) {
          const slice = bytes.subarray(byteOffset, byteOffset! + byteLength!).toString();
          expect(JSON.parse(slice)).toEqual(JSON.parse(JSON.stringify(list[record])));
          expect(JSON.stringify(found)).toBe(JSON.stringify(JSON.parse(slice)));
          expect(line).toBe(bytes.subarray(0, byteOffset).toString('latin1').split('\n').length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('CSV: the bytes of a row are read back to its cells', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n', '\r\n', ' ', 'é', '😀') });
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
    const quote = (s: string): string => `"${s.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n'), chunkBytes, async (cells, end, size) => {
        const table = [['prompt', 'response'], ...cells].map((row) => row.map(quote).join(','));
        const path = make('property.csv', `\uFEFF${table.join(end)}${end}`);
        const bytes = readFileSync(path);
        const { records, broken } = await readAll(path, { chunkBytes: size });
        expect(broken).toEqual([]);
        expect(records.map((r) => r.value)).toEqual(
          cells.map(([prompt, response]) => ({ prompt, response })),
        );
        for (const { byteOffset, byteLength, line, record } of records) {
          const slice = bytes.subarray(byteOffset, byteOffset! + byteLength!).toString();
          expect(slice).toBe(table[record + 1]);
          expect(line).toBe(bytes.subarray(0, byteOffset).toString('latin1').split('\n').length);
        }
        const last = records.at(-1)!;
        expect((await readRecord(path, last)).value).toEqual(last.value);
      }),
      { numRuns: 60 },
    );
  });
});
