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
    let [next, last] = [Buffer.allocUnsafeSlow(1 << 20), Buffer.allocUnsafeSlow(1 << 20)];
    let reading = file.read(next, 0, next.length);
    for (let done = 0; ;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return hash.digest('hex');
      [next, last] = [last, next];
      // Read while the bytes before are hashed.
      reading = file.read(next, 0, next.length);
      reading.catch(() => undefined);
      hash.update(last.subarray(0, bytesRead));
      await breathe((done += bytesRead));
    }
  } finally {
    await file.close();
  }
}
