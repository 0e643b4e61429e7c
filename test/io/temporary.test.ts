import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sweepTemporary, temporaryName } from '../../src/io/temporary.js';

it('removes what dead processes and ended threads left, and nothing else', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sweep-'));
  const dir = path.join(folder, 'entry');
  mkdirSync(dir);
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const mine = path.basename(temporaryName('00000.part'));
  const ended = `00000.part.${process.pid}-4711-0123abcd.tmp`;
  const killed = `00000.part.${dead}-0-0123abcd.tmp`;
  for (const name of [mine, ended, killed, '00000.part', 'notes.tmp'])
    writeFileSync(path.join(dir, name), '');
  await sweepTemporary(folder, [4711]);
  expect(readdirSync(dir).sort()).toEqual([mine, '00000.part', 'notes.tmp'].sort());
  rmSync(folder, { recursive: true });
  await sweepTemporary(folder);
});
