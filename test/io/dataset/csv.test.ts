import { describe, expect, test } from 'vitest';
import { isHeader } from '../../../src/io/dataset/csvLayout.js';
import { fileMaker, readAll } from './support.js';

const make = fileMaker();

describe('CSV and TSV', () => {
  test('gives rows by column names, with bytes and lines', async () => {
    const text = '\uFEFFprompt,response\r\nq1,"a ""quoted"", and\nbroken line"\r\n\r\nq2,"b"\r\n';
    const { records, broken } = await readAll(make('named.csv', text));
    expect(broken).toEqual([]);
    expect(records.map((r) => r.value)).toEqual([
      { prompt: 'q1', response: 'a "quoted", and\nbroken line' },
      { prompt: 'q2', response: 'b' },
    ]);
    expect(records.map((r) => [r.record, r.line])).toEqual([
      [0, 2],
      [1, 5],
    ]);
    const bytes = Buffer.from(text);
    const [, second] = records;
    expect(bytes.subarray(second!.byteOffset, second!.byteOffset! + second!.byteLength!).toString()).toBe(
      'q2,"b"',
    );
  });

  test('gives lists where no row names the columns', async () => {
    const path = make(
      'bare.csv',
      'What is the tide?,"It is the sea, moving.",A\nWhy so?,Because of the moon.,B\n',
    );
    const { records } = await readAll(path);
    expect(records[0]).toMatchObject({
      record: 0,
      line: 1,
      value: ['What is the tide?', 'It is the sea, moving.', 'A'],
    });
    expect(records).toHaveLength(2);
  });

  test('lists ragged rows and goes on', async () => {
    const { records, broken } = await readAll(make('ragged.csv', 'prompt,response\na,b\nc\nd,e,f\ng,h\n'));
    expect(records.map((r) => r.record)).toEqual([0, 3]);
    expect(broken).toEqual([
      { record: 1, line: 3, reason: 'the row has 1 cells where the first row has 2' },
      { record: 2, line: 4, reason: 'the row has 3 cells where the first row has 2' },
    ]);
  });

  test('says where a quote is never closed', async () => {
    const { records, broken } = await readAll(make('open.csv', 'prompt,response\na,b\nc,"d\ne,f\n'));
    expect(records).toHaveLength(1);
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatchObject({ record: 1, line: 3 });
    expect(broken[0]!.reason).toContain('never closed');
  });

  test('stops at a row beyond the limit', async () => {
    const path = make('long.csv', `prompt,response\na,b\nc,"${'x'.repeat(20_000)}`);
    const { records, broken } = await readAll(path, { recordBytes: 4096, chunkBytes: 512 });
    expect(records).toHaveLength(1);
    expect(broken[0]!.reason).toContain('more than the 4096 bytes');
  });

  test('reads tabs, semicolons and carriage returns', async () => {
    const tabs = await readAll(make('tabs.tsv', 'prompt\tresponse\nq, with comma\ta\n'));
    expect(tabs.records[0]!.value).toEqual({ prompt: 'q, with comma', response: 'a' });
    const semicolons = await readAll(make('semicolons.csv', 'prompt;response\nq;a\n'));
    expect(semicolons.records[0]!.value).toEqual({ prompt: 'q', response: 'a' });
    const returns = await readAll(make('returns.csv', 'prompt,response\rq,a\rr,b\r'));
    expect(returns.records.map((r) => r.value)).toEqual([
      { prompt: 'q', response: 'a' },
      { prompt: 'r', response: 'b' },
    ]);
  });

  test('keeps __proto__ columns as data and counts bytes that are not UTF-8', async () => {
    const text = Buffer.concat([Buffer.from('prompt,__proto__\na,caf'), Buffer.from([0xe9, 0x0a])]);
    const { records, notes } = await readAll(make('proto.csv', text));
    const value = records[0]!.value as Record<string, string>;
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(value['__proto__']).toBe('caf\uFFFD');
    expect(notes).toEqual(['1 record had bytes that are not UTF-8']);
  });

  test('tells a header by known names, or by rows that do not look like it', () => {
    expect(isHeader(['Instruction', 'x'], [])).toBe(true);
    expect(isHeader(['', 'prompt'], [['0', 'p']])).toBe(true);
    expect(isHeader(['frage', 'antwort'], [['Was ist das?', 'Das ist ein Haus, das am Wasser steht.']])).toBe(
      true,
    );
    expect(isHeader(['name1', 'grade'], [['x', '12']])).toBe(true);
    expect(isHeader(['yes', 'no'], [['no', 'yes']])).toBe(false);
    expect(isHeader(['same', 'same'], [['1', '2']])).toBe(false);
    expect(isHeader(['A rather long first cell that is a sentence.', 'text'], [])).toBe(false);
  });
});
