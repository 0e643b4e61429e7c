import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, makeFolderSync } from '../../src/io/makeFolder.js';
import { folderWith } from '../engine/smallCase.js';

describe.each([
  ['makeFolder', makeFolder],
  ['makeFolderSync', async (folder: string) => Promise.resolve().then(() => makeFolderSync(folder))],
])('%s', (_, make) => {
  it('makes what is missing, and is content with what is there', async () => {
    const root = await folderWith({});
    const folder = path.join(root, 'a', 'b', 'c');
    for (let time = 0; time < 2; time++) await make(folder);
    expect((await stat(folder)).isDirectory()).toBe(true);
    await Promise.all([1, 2, 3].map(() => make(path.join(root, 'd', 'e'))));
    await mkdir(path.join(root, 'f'));
    await make(path.join(root, 'f'));
  });

  it('refuses a file in the way', async () => {
    const root = await folderWith({});
    await writeFile(path.join(root, 'file'), '');
    await expect(make(path.join(root, 'file'))).rejects.toThrow('EEXIST');
    await expect(make(path.join(root, 'file', 'a', 'b'))).rejects.toThrow('ENOTDIR');
  });

  it.runIf(process.platform === 'linux')('ends where nothing can ever be made', async () => {
    await expect(make('/proc/made-by-nobody/runs/one')).rejects.toThrow('ENOENT');
  });
});
