import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { OpenRuns } from '../../src/engine/openRuns.js';
import { Pace } from '../../src/engine/pace.js';
import { compareIn, folderWith, HOOKS, TEXTS } from './smallCase.js';

it('opens a run afresh once its folder was written again, and not before', async () => {
  const records = [{ instruction: 'p', output: TEXTS.tides }];
  const folder = await folderWith({ 'a.jsonl': records, 'suspect.jsonl': records });
  const { dir } = await compareIn(folder, ['suspect.jsonl'], ['a.jsonl']);
  const runs = new OpenRuns();
  const open = async () => (await runs.open(dir, new Pace(HOOKS))).model;
  const first = await open();
  expect(await open()).toBe(first);
  const file = path.join(dir, 'run.json');
  await writeFile(file, `${await readFile(file, 'utf8')}\n`);
  expect(await open()).not.toBe(first);
  await runs.close();
});
