/** Copies a file and hashes what it copies, so that the hash is that of the copy. */
import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { accessFailure } from '../dataset/accessFailure.js';

const PAGE = 1 << 20;

/**
 * Copies `from` to `to`, whose folder is made; returns the SHA-256. `onBytes` is told how many were copied so far, and
 * may throw to stop. Throws Failure('input') if the source cannot be read.
 */
export async function copyHashed(
  from: string,
  to: string,
  onBytes: (bytes: number) => Promise<void> | void,
): Promise<string> {
  const source = await open(from, 'r').catch((error: unknown) => {
    throw accessFailure(from, error);
  });
  try {
    await mkdir(path.dirname(to), { recursive: true });
    const target = await open(to, 'wx');
    try {
      const hash = createHash('sha256');
      const page = Buffer.allocUnsafe(PAGE);
      for (let done = 0; ;) {
        const { bytesRead } = await source.read(page, 0, PAGE);
        if (bytesRead === 0) break;
        hash.update(page.subarray(0, bytesRead));
        await target.appendFile(page.subarray(0, bytesRead));
        await onBytes((done += bytesRead));
      }
      return hash.digest('hex');
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
