import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accessFailure } from '../../../src/io/dataset/accessFailure.js';
import { formatOfName } from '../../../src/io/dataset/fileName.js';
import { listDatasetFiles } from '../../../src/io/dataset/listDatasetFiles.js';
import { temporaryFolder } from './support.js';

const folder = temporaryFolder();

function put(name: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, 'x');
  return path;
}

describe('dataset files', () => {
  test('are found in folders, in code-unit order, hidden ones left out', async () => {
    const names = ['tree/b.jsonl', 'tree/B.csv.gz', 'tree/a/z.parquet', 'tree/é.txt', 'tree/image.png'];
    for (const name of names) put(name);
    for (const name of [
      '.git/a.json',
      'node_modules/x.json',
      '.distillation-evidence/m.jsonl',
      '.hidden.json',
    ]) {
      put(`tree/${name}`);
    }
    symlinkSync(join(folder, 'tree'), join(folder, 'tree', 'loop'));
    const { files, skipped } = await listDatasetFiles([join(folder, 'tree'), join(folder, 'tree/b.jsonl')]);
    expect(files.map((f) => [relative(folder, f.path), f.format, f.compression])).toEqual([
      ['tree/B.csv.gz', 'csv', 'gzip'],
      ['tree/a/z.parquet', 'parquet', 'none'],
      ['tree/b.jsonl', 'jsonl', 'none'],
      ['tree/é.txt', 'text', 'none'],
    ]);
    expect(skipped.map((s) => [relative(folder, s.path), s.reason])).toEqual([
      ['tree/image.png', 'not a dataset file by its name'],
      ['tree/loop', 'not a file'],
    ]);
  });

  test('formats go by the last endings', () => {
    expect(formatOfName('A.NDJSON')).toEqual({ format: 'jsonl', compression: 'none' });
    expect(formatOfName('a.tsv.zst')).toEqual({ format: 'tsv', compression: 'zstd' });
    expect(formatOfName('a.json.bak')).toBeUndefined();
    expect(formatOfName('a.parquet.gz')).toBeUndefined();
    expect(formatOfName('json')).toBeUndefined();
    expect(formatOfName('constructor.__proto__')).toBeUndefined();
  });

  test('failures name the path and the remedy', async () => {
    mkdirSync(join(folder, 'empty'));
    const cases: [string, RegExp][] = [
      [join(folder, 'gone.jsonl'), /does not exist\..*choose it again/],
      [join(folder, 'empty'), /holds no dataset file\. Put files there/],
      [put('picture.png'), /not a dataset file by its name\. .*convert it/],
      [join(folder, 'picture.png', 'x.json'), /does not exist/],
    ];
    for (const [path, message] of cases) {
      const listed = listDatasetFiles([path]);
      await expect(listed).rejects.toMatchObject({ name: 'Failure', code: 'input' });
      await expect(listed).rejects.toThrow(message);
      await expect(listed).rejects.toThrow(path);
    }
  });

  test('a socket is neither file nor folder', async () => {
    const path = join(folder, 'socket.jsonl');
    const server = createServer().listen(path);
    await new Promise((resolve) => server.once('listening', resolve));
    await expect(listDatasetFiles([path])).rejects.toThrow(/neither a file nor a folder/);
    await new Promise((resolve) => server.close(resolve));
  });

  test('denied permission says what to do', () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    expect(accessFailure('/data/a.jsonl', denied)).toMatchObject({
      code: 'input',
      message: expect.stringMatching(
        /^\/data\/a\.jsonl may not be read: permission is denied\. Give yourself/,
      ) as string,
    });
  });
});
