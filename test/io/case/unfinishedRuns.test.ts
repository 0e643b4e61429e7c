import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RunWriter } from '../../../src/io/case/runWriter.js';
import { temporaryName } from '../../../src/io/temporary.js';

let caseDir: string;
beforeEach(async () => {
  caseDir = await mkdtemp(path.join(tmpdir(), 'unfinished-'));
});
afterEach(() => rm(caseDir, { recursive: true, force: true }));

it('removes what a killed process left of a run when the next one begins, and nothing else', async () => {
  const runs = path.join(caseDir, 'runs');
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const dead = `.run.${pid}-0-0123abcd.tmp`;
  const mine = temporaryName('.run');
  const kept = [mine, 'b3e9e17810e1a8b3', `.run.${pid}-notes`];
  for (const name of [dead, ...kept]) await mkdir(path.join(runs, name), { recursive: true });
  await writeFile(path.join(runs, dead, 'matches.spool'), 'half a li');
  const writer = await RunWriter.begin(caseDir);
  const names = await readdir(runs);
  expect(names).not.toContain(dead);
  expect(names).toEqual(expect.arrayContaining(kept));
  expect(names).toHaveLength(kept.length + 1);
  await writer.abandon();
  expect(await readdir(runs)).toHaveLength(kept.length);
});
