import { stat } from 'node:fs/promises';
import { accessFailure } from './dataset/accessFailure.js';

/**
 * What tells a file that was written to, or another one in its place, from the file of before: device, inode, size and
 * the times of change, in nanoseconds. Throws Failure('input') if it is gone.
 */
export async function fileStamp(path: string): Promise<string> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true }).catch((error: unknown) => {
    throw accessFailure(path, error);
  });
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}
