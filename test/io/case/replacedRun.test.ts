import { readdir, readFile, rm } from 'node:fs/promises';
import type * as Files from 'node:fs/promises';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { compareIn, folderWith, TEXTS } from '../../engine/smallCase.js';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof Files>();
  return { ...real, rm: vi.fn(real.rm) };
});

const FILES = {
  'suspect.jsonl': [{ instruction: 'tides?', output: TEXTS.tides }],
  'originals.jsonl': [{ instruction: 'tides?', output: TEXTS.tides }],
};

it('takes a run out of its place as a whole before it removes it', async () => {
  const folder = await folderWith(FILES);
  const compared = () => compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
  const { dir } = await compared();
  vi.mocked(rm).mockClear();
  await compared();
  const removed = vi.mocked(rm).mock.calls.map(([name]) => path.basename(String(name)));
  expect(removed.length).toBeGreaterThan(0);
  expect(removed.filter((name) => !name.endsWith('.tmp'))).toEqual([]);
  expect(await readdir(path.dirname(dir))).toEqual([path.basename(dir)]);
});

it('puts equal runs that end at once into one place', async () => {
  const folder = await folderWith(FILES);
  const compared = () => compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
  const { dir } = await compared();
  const matches = await readFile(path.join(dir, 'matches.jsonl'));
  const results = await Promise.all(Array.from({ length: 8 }, compared));
  expect(new Set(results.map((result) => result.dir))).toEqual(new Set([dir]));
  expect(await readdir(path.dirname(dir))).toEqual([path.basename(dir)]);
  expect(await readFile(path.join(dir, 'matches.jsonl'))).toEqual(matches);
});
