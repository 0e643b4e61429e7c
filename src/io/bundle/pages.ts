import { open } from 'node:fs/promises';
import { accessFailure } from '../dataset/accessFailure.js';

const PAGE = 1 << 20;

/** The bytes of a file, in buffers that are the reader's to keep. Throws Failure('input') if it cannot be read. */
export async function* pagesOf(file: string): AsyncGenerator<Buffer> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw accessFailure(file, error);
  });
  try {
    for (;;) {
      const page = Buffer.allocUnsafe(PAGE);
      const { bytesRead } = await handle.read(page, 0, PAGE);
      if (bytesRead === 0) return;
      yield page.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
