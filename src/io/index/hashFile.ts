import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { accessFailure } from '../dataset/accessFailure.js';
import type { Breathe } from './buildParts.js';

/** SHA-256 of a file's bytes, as hex. Throws Failure('input') if it cannot be read. */
export async function hashFile(path: string, breathe: Breathe): Promise<string> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw accessFailure(path, error);
  });
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafeSlow(1 << 20);
    for (let done = 0; ;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, bytesRead));
      await breathe((done += bytesRead));
    }
  } finally {
    await file.close();
  }
}
