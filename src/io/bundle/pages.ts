import { open } from 'node:fs/promises';
import { accessFailure } from '../dataset/accessFailure.js';

const PAGE = 1 << 20;
const LINE_END = 10;

/** The bytes of a file, in buffers that are the reader's to keep. Throws Failure('input') if it cannot be read. */
export async function* pagesOf(file: string): AsyncGenerator<Buffer, undefined> {
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

/** The lines of a file without their ends, as bytes. Throws Failure('input') if it cannot be read. */
export async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const page of pagesOf(file)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, page]) : page;
    let start = 0;
    for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
      yield bytes.subarray(start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  if (rest.length > 0) yield rest;
}
