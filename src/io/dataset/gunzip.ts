/** Gzip as a stream of chunks that keeps everything unpacked before the data break off. */
import { createGunzip, type Gunzip } from 'node:zlib';
import type { UnpackGuard } from './unpackGuard.js';

/** Compressed bytes handed to zlib at once, which bounds what one step can unpack (about 1,030 times). */
const STEP = 64 * 1024;

/**
 * The unpacked chunks of `packed`. Returns undefined at a proper end, else zlib's reason why it broke off.
 * Throws what `guard` throws.
 */
export async function* gunzip(
  packed: AsyncIterable<Buffer>,
  guard: UnpackGuard,
  chunkBytes: number,
): AsyncGenerator<Buffer, string | undefined> {
  const stream = createGunzip({ chunkSize: Math.max(64, chunkBytes) });
  const unpacked: Buffer[] = [];
  let refused: unknown;
  stream.on('data', (chunk: Buffer) => {
    try {
      guard.add(chunk.length);
      unpacked.push(chunk);
    } catch (error) {
      refused ??= error;
      stream.destroy();
    }
  });
  const state = watch(stream);
  try {
    for await (const chunk of packed) {
      for (let at = 0; at < chunk.length && !state.over; at += STEP) {
        const step = chunk.subarray(at, at + STEP);
        guard.packed += step.length;
        await state.next((done) => stream.write(step, done));
        if (refused) throw refused as Error;
        yield* unpacked.splice(0);
      }
    }
    if (!state.over) await state.next((done) => stream.end(done), true);
    if (refused) throw refused as Error;
    yield* unpacked.splice(0);
    return state.error;
  } finally {
    stream.destroy();
  }
}

interface Watched {
  /** True once the stream ended, properly or not. */
  readonly over: boolean;
  readonly error: string | undefined;
  /** Resolves when `step` is done or the stream is over; with `untilOver`, only then. */
  next(step: (done: () => void) => void, untilOver?: boolean): Promise<void>;
}

function watch(stream: Gunzip): Watched {
  const state: { over: boolean; error?: string; wake?: () => void } = { over: false };
  const finish = (error?: Error): void => {
    state.over = true;
    if (error) state.error ??= error.message;
    state.wake?.();
  };
  stream.on('error', finish);
  stream.on('end', () => finish());
  stream.on('close', () => finish());
  return {
    get over() {
      return state.over;
    },
    get error() {
      return state.error;
    },
    next: (step, untilOver = false) =>
      new Promise((resolve) => {
        state.wake = resolve;
        step(() => {
          if (!untilOver) resolve();
        });
      }),
  };
}
