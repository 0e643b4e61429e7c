/** Zstandard as a stream of chunks that keeps everything unpacked before the data break off. */
import { Decompress } from 'fzstd';
import { Failure } from '../../shared/failure.js';
import { MIB } from './limits.js';
import type { UnpackGuard } from './unpackGuard.js';

const STEP = 64 * 1024;

/** What zstd itself refuses without --memory; the decompressor allocates whatever the header says. */
const MAX_WINDOW = 128 * MIB;

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
    if (guard.packed === 0) guard.window(windowOf(chunk), MAX_WINDOW);
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

/** The window in bytes that the first frame's header asks for (RFC 8878, 3.1.1.1); 0 if it is no such header. */
function windowOf(bytes: Buffer): number {
  if (bytes.length < 18 || bytes.readUInt32LE(0) !== 0xfd2fb528) return 0;
  const flags = bytes[4]!;
  if ((flags & 0x20) === 0) {
    const descriptor = bytes[5]!;
    const base = 2 ** (10 + (descriptor >> 3));
    return base + (base / 8) * (descriptor & 7);
  }
  // A single segment: the window is the content, whose size stands behind the dictionary's number.
  const at = 5 + [0, 1, 2, 4][flags & 3]!;
  const size = flags >> 6;
  if (size === 0) return bytes[at]!;
  if (size === 1) return bytes.readUInt16LE(at) + 256;
  return size === 2 ? bytes.readUInt32LE(at) : Number(bytes.readBigUInt64LE(at));
}
