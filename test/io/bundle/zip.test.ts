import { readdirSync, readlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readZip } from '../../../src/io/bundle/zip.js';
import { folderWith } from '../../engine/smallCase.js';

/** Files below `folder` that this process has open. */
function openIn(folder: string): string[] {
  const links = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return '';
    }
  });
  return links.filter((link) => link.startsWith(folder));
}

it.skipIf(process.platform !== 'linux')(
  'leaves no file open where an archive is refused inside one',
  async () => {
    const folder = await folderWith({});
    const bytes = zipSync({ 'a.txt': new TextEncoder().encode('a text that is packed '.repeat(99)) });
    // No block of packed data has this type.
    bytes.fill(0xff, 35, 60);
    const file = path.join(folder, 'damaged.zip');
    await writeFile(file, bytes);
    const unpacked = path.join(folder, 'unpacked');
    await expect(readZip(file, unpacked, () => Promise.resolve())).rejects.toThrow('cannot be unpacked');
    expect(readdirSync(unpacked)).toEqual(['a.txt']);
    expect(openIn(folder)).toEqual([]);
  },
);
