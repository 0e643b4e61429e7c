/** Copies a file and hashes what it copies, so that the hash is that of the copy. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../makeFolder.js';
import { pagesOf } from './pages.js';

/**
 * Copies `from` to `to`, whose folder is made; returns the SHA-256. `onBytes` is told how many were copied so far, and
 * may throw to stop. Throws Failure('input') if the source cannot be read.
 */
export async function copyHashed(
  from: string,
  to: string,
  onBytes: (bytes: number) => Promise<void> | void,
): Promise<string> {
  await makeFolder(path.dirname(to));
  const target = await open(to, 'wx');
  try {
    const hash = createHash('sha256');
    let done = 0;
    for await (const page of pagesOf(from)) {
      hash.update(page);
      await target.appendFile(page);
      await onBytes((done += page.length));
    }
    return hash.digest('hex');
  } finally {
    await target.close();
  }
}
