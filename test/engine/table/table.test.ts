import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { engineHandlers } from '../../../src/engine/engineHandlers.js';
import type { EngineCalls } from '../../../src/shared/engineCalls.js';
import { Client, serve, type Message } from '../../../src/shared/rpc.js';
import { DEFAULT_PARAMETERS, type Progress } from '../../../src/shared/run.js';
import type { SearchProgress, SearchResult, TableInfo } from '../../../src/shared/tableCalls.js';
import { folderWith, TEXTS } from '../smallCase.js';

const clients: Client<EngineCalls>[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.call('closeTable', { table: 1 });
});

/** The engine behind a wire of this process. */
function engine(): Client<EngineCalls> {
  const ends: ((message: unknown) => void)[][] = [[], []];
  const post = (to: number) => (message: Message) =>
    void setImmediate(() => ends[to]!.forEach((listener) => listener(message)));
  serve<EngineCalls, Progress | SearchProgress>(
    { post: post(0), listen: (listener) => ends[1]!.push(listener) },
    engineHandlers(),
  );
  const client = new Client<EngineCalls>({ post: post(1), listen: (listener) => ends[0]!.push(listener) });
  clients.push(client);
  return client;
}

async function opened(
  name: string,
  content: string | Buffer,
): Promise<{ client: Client<EngineCalls>; info: TableInfo }> {
  const folder = await folderWith({ [name]: Buffer.from(content) });
  const client = engine();
  return { client, info: await client.call('openTable', { table: 1, path: path.join(folder, name) }) };
}

const lines = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => JSON.stringify({ prompt: `ask ${i}`, response: `answer ${i}`, id: `req-${i}` }) + '\n',
  ).join('');

async function search(
  client: Client<EngineCalls>,
  table: number,
  text: string,
  from: number,
): Promise<SearchResult & { found: number[] }> {
  const found: number[] = [];
  const onProgress = (progress: SearchProgress) => found.push(...progress.found);
  const result = await client.call('tableSearch', { table, text, matchCase: false, from }, { onProgress });
  return { ...result, found };
}

describe('A table in the worker', () => {
  test('gives rows of any range, in one line each', async () => {
    const { client, info } = await opened(
      'a.jsonl',
      `${lines(3000)}{"prompt":"last","response":"two\\n lines"}\n`,
    );
    expect(info).toMatchObject({ format: 'jsonl', compression: 'none', notes: [] });
    expect(info.shape).toContain('/response');
    const rows = await client.call('tableRows', { table: 1, records: [2999, 3000, 3001] });
    expect(rows).toEqual([
      { record: 2999, line: 3000, prompt: 'ask 2999', response: 'answer 2999', responses: 1, findings: [] },
      { record: 3000, line: 3001, prompt: 'last', response: 'two lines', responses: 1, findings: [] },
    ]);
    await client.call('closeTable', { table: 1 });
    await expect(client.call('tableRows', { table: 1, records: [0] })).rejects.toThrow(/no longer open/);
  });

  test('gives rows of records far apart, and none of those that the file does not have', async () => {
    const { client } = await opened('a.jsonl', lines(3000));
    const rows = await client.call('tableRows', { table: 1, records: [2, 3, 40, 1500, 2999, 3000, 90_000] });
    expect(rows.map(({ record, prompt }) => [record, prompt])).toEqual(
      [2, 3, 40, 1500, 2999].map((record) => [record, `ask ${record}`]),
    );
  });

  test('shows a broken record in its place, with line and reason, and a record without a response', async () => {
    const { client } = await opened('broken.jsonl', `${lines(2)}\nnot json\n{"prompt":"p","response":""}\n`);
    const rows = await client.call('tableRows', { table: 1, records: [2, 3, 4, 5] });
    expect(rows[0]).toMatchObject({
      record: 2,
      line: 4,
      response: '',
      problem: expect.stringContaining('not valid JSON') as string,
    });
    expect(rows[1]).toMatchObject({ record: 3, line: 5, problem: 'the response is empty' });
    const record = await client.call('tableRecord', { table: 1, record: 2 });
    expect(record).toMatchObject({
      line: 4,
      fields: [],
      problem: expect.stringContaining('not valid JSON') as string,
    });
  });

  test('shows records in which no text was found as they are, and says so', async () => {
    const { client, info } = await opened('numbers.jsonl', '{"a":1}\n{"a":2}\n');
    expect(info.shape).toBeUndefined();
    expect(info.notes.join()).toContain('No text was found');
    const [row] = await client.call('tableRows', { table: 1, records: [1] });
    expect(row).toMatchObject({ response: '{"a":2}', responses: 0 });
  });

  test('gives a whole record with the speakers of its turns', async () => {
    const messages = [
      { role: 'user', content: 'Why?' },
      { role: 'assistant', content: 'Because.\nReally.' },
    ];
    const { client } = await opened('chat.jsonl', `${JSON.stringify({ id: 7, messages })}\n`);
    const { fields } = await client.call('tableRecord', { table: 1, record: 0 });
    expect(fields).toEqual([
      { pointer: '/id', text: '7' },
      { pointer: '/messages/0/role', text: 'user' },
      { pointer: '/messages/0/content', text: 'Why?', speaker: 'user' },
      { pointer: '/messages/1/role', text: 'assistant' },
      { pointer: '/messages/1/content', text: 'Because.\nReally.', speaker: 'assistant', part: 'answer' },
    ]);
    await expect(client.call('tableRecord', { table: 1, record: 1 })).rejects.toThrow(/no record 1/);
  });

  test('searches all values from the reader on and around, also in a compressed file', async () => {
    for (const [name, pack] of [
      ['s.jsonl', (text: string) => Buffer.from(text)],
      ['s.jsonl.gz', gzipSync],
    ] as const) {
      const { client } = await opened(name, pack(lines(5000)));
      expect(await search(client, 1, 'REQ-499', 600)).toEqual({
        hits: 11,
        capped: false,
        found: [4990, 4991, 4992, 4993, 4994, 4995, 4996, 4997, 4998, 4999, 499],
      });
      expect(await search(client, 1, 'nowhere', 0)).toEqual({ hits: 0, capped: false, found: [] });
    }
  });

  test('says how far a search is, up to the whole file, from wherever it begins', async () => {
    const { client } = await opened('far.jsonl', lines(5000));
    const told: SearchProgress[] = [];
    const onProgress = (progress: SearchProgress) => void told.push(progress);
    const request = { table: 1, text: 'nowhere', matchCase: false, from: 600 };
    await client.call('tableSearch', request, { onProgress });
    const { done, total } = told.at(-1)!;
    expect(total).toBe(Buffer.byteLength(lines(5000)));
    expect(done).toBe(total);
  });

  test('shows where a search found something', async () => {
    const long = `${'word '.repeat(500)}needle ${'word '.repeat(500)}`;
    const { client } = await opened('long.jsonl', `${JSON.stringify({ prompt: 'p', response: long })}\n`);
    const find = { text: 'Needle', matchCase: false };
    const [row] = await client.call('tableRows', { table: 1, records: [0], find });
    expect(row!.response).toMatch(/^…word.*needle word/);
  });

  test('stops a search that is cancelled', async () => {
    const { client } = await opened('cancel.jsonl', lines(100_000));
    const stop = new AbortController();
    const onProgress = () => stop.abort();
    const request = { table: 1, text: 'ask', matchCase: false, from: 0 };
    await expect(
      client.call('tableSearch', request, { signal: stop.signal, onProgress }),
    ).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  test('counts to the end, and notices that the file changed', async () => {
    const folder = await folderWith({ 'c.jsonl': Buffer.from(lines(4000)) });
    const file = path.join(folder, 'c.jsonl');
    const client = engine();
    const table = 1;
    const { size } = await client.call('openTable', { table: 1, path: file });
    let known = size;
    while (!known.exact) known = await client.call('tableCounted', { table, known });
    expect(known.records).toBe(4000);
    expect(await client.call('tableChanged', { table })).toBe(false);
    await writeFile(file, lines(3));
    expect(await client.call('tableChanged', { table })).toBe(true);
  });

  test('shows the findings of a run beside its records', async () => {
    const { tides, bread, lease } = TEXTS;
    const folder = await folderWith({
      'originals.jsonl': [
        { prompt: 'tides?', response: tides },
        { prompt: 'bread?', response: bread },
      ],
      'suspect.jsonl': [
        { instruction: 'lease?', output: lease },
        { instruction: 'sea?', output: tides },
      ],
    });
    const client = engine();
    const suspect = path.join(folder, 'suspect.jsonl');
    const { dir } = await client.call('compare', {
      kind: 'dataset',
      suspects: [suspect],
      originals: [path.join(folder, 'originals.jsonl')],
      caseDir: path.join(folder, '.distillation-evidence'),
      parameters: DEFAULT_PARAMETERS,
      indexDir: path.join(folder, '.index'),
      workers: 1,
    });
    const run = dir;
    const table = 1;
    await client.call('openTable', { table: 1, path: suspect });
    const rows = await client.call('tableRows', { table, records: [0, 1], run });
    expect(rows.map(({ findings }) => findings.map(({ id, kind }) => [id, kind]))).toEqual([
      [],
      [[0, 'identical']],
    ]);
    expect(await client.call('tableFindings', { table, run, reviewer: 'Anna' })).toEqual({
      judged: [],
      records: [1],
      ids: [0],
      kinds: ['identical'],
    });
    await client.call('closeRun', { dir });
  });
});
