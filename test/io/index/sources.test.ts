import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { noteUse, readSources } from '../../../src/io/index/sources.js';

it('names each file that parts served once, the last one first, and is nothing where it is damaged', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sources-'));
  const [a, b] = ['a', 'b'].map((name) => path.join(folder, name)) as [string, string];
  await writeFile(a, 'one');
  await writeFile(b, 'three');
  const parts = path.join(folder, 'parts');
  for (const file of [a, b, a]) await noteUse(parts, file);
  expect((await readSources(parts)).map((source) => [source.path, source.bytes])).toEqual([
    [a, 3],
    [b, 5],
  ]);
  await writeFile(path.join(parts, 'sources.json'), '[{"path":');
  expect(await readSources(parts)).toEqual([]);
  await rm(folder, { recursive: true });
});
