import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { random } from '../../../bench/data/random.mjs';
import { hashFile } from '../../../src/io/index/hashFile.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hash-file-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([0, 1, 1 << 20, (1 << 20) + 1, 3_500_000])(
  'hashes all of %i bytes, and says how far it is',
  async (size) => {
    const next = random(size + 1);
    const bytes = Buffer.from(Uint8Array.from({ length: size }, () => Math.floor(256 * next())));
    const file = path.join(folder, 'a');
    writeFileSync(file, bytes);
    const done: number[] = [];
    const hash = await hashFile(file, (so) => Promise.resolve(void done.push(so)));
    expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(done.at(-1) ?? 0).toBe(size);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  },
);

it('stops where it is told to, and says which file cannot be read', async () => {
  const file = path.join(folder, 'a');
  writeFileSync(file, Buffer.alloc(3 << 20));
  await expect(hashFile(file, () => Promise.reject(new Error('Cancelled.')))).rejects.toThrow('Cancelled.');
  await expect(hashFile(path.join(folder, 'none'), () => Promise.resolve())).rejects.toThrow(/none/);
});
