/** Zstandard as a stream of chunks that keeps everything unpacked before the data break off. */
import { Decompress } from 'fzstd';
import { Failure } from '../../shared/failure.js';
import type { UnpackGuard } from './unpackGuard.js';

const STEP = 64 * 1024;

/**
 * The unpacked chunks of `packed`. Returns undefined at a proper end, else the reason why it broke off.
 * Throws what `guard` throws.
 */
export async function* unzstd(
  packed: AsyncIterable<Buffer>,
  guard: UnpackGuard,
): AsyncGenerator<Buffer, string | undefined> {
  const unpacked: Buffer[] = [];
  const stream = new Decompress((data) => {
    guard.add(data.length);
    // Copied, since the decompressor goes on writing to its window.
    if (data.length > 0) unpacked.push(Buffer.from(data));
  });
  let error: string | undefined;
  const step = (bytes: Buffer, final: boolean): void => {
    try {
      stream.push(bytes, final);
    } catch (thrown) {
      if (thrown instanceof Failure) throw thrown;
      error = thrown instanceof Error ? thrown.message : String(thrown);
    }
  };
  for await (const chunk of packed) {
    for (let at = 0; at < chunk.length && error === undefined; at += STEP) {
      const bytes = chunk.subarray(at, at + STEP);
      guard.packed += bytes.length;
      step(Buffer.from(bytes), false);
      yield* unpacked.splice(0);
    }
  }
  if (error === undefined) step(Buffer.alloc(0), true);
  yield* unpacked.splice(0);
  return error;
}
