import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { withFileLock } from '../../../src/io/chain/fileLock.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('takes a lock over from another machine only when it is too old to be held', async () => {
  const lock = path.join(folder, 'a.lock');
  writeFileSync(lock, `${process.pid} 0123456789abcdef another-machine`);
  let got = false;
  const asked = withFileLock(lock, () => Promise.resolve((got = true)));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(got).toBe(false);
  const old = Date.now() / 1000 - 31;
  utimesSync(lock, old, old);
  expect(await asked).toBe(true);
});
