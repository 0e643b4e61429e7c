import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { installExtension, prepareDemo } from '../../scripts/start/demo.mjs';

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'distillation-evidence-demo-'));
  vi.stubEnv('DISTILLATION_EVIDENCE_CACHE', join(cache, 'not', 'there', 'yet'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(cache, { recursive: true });
});

it('is one whole copy of the sample case for starts at once and later, which keeps what was done in it', async () => {
  const starts = await Promise.all([prepareDemo(), prepareDemo()]);
  const { folder } = starts[0];
  expect(starts.map((demo) => demo.folder)).toEqual([folder, folder]);
  const sample = join(root, 'samples', 'case');
  expect((await readdir(folder, { recursive: true })).sort()).toEqual(
    (await readdir(sample, { recursive: true })).sort(),
  );
  await writeFile(join(folder, 'verdict'), 'mine');
  expect((await prepareDemo()).folder).toBe(folder);
  expect(await readFile(join(folder, 'verdict'), 'utf8')).toBe('mine');
  expect(await readdir(join(folder, '..'))).toHaveLength(1);
});

it('is given the extension beside those that are there', async () => {
  await writeFile(join(cache, 'other'), '');
  await installExtension(cache);
  const names = await readdir(cache);
  expect(names).toContain('other');
  expect(
    await readdir(
      join(
        cache,
        names.find((name) => name !== 'other')!,
      ),
    ),
  ).toContain('package.json');
});
