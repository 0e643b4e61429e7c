/** A file's bytes, unpacked, in chunks; counts and hashes them as they lie on disk on the way. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Compression } from '../../shared/dataset.js';
import { throwIfCancelled } from '../../shared/failure.js';
import { accessFailure } from './accessFailure.js';
import { gunzip } from './gunzip.js';
import type { Limits } from './limits.js';
import { UnpackGuard } from './unpackGuard.js';
import { unzstd } from './unzstd.js';

export class ByteStream {
  /** Why the unpacked bytes end before the file does, once they have ended. */
  cut: string | undefined;
  readonly #hash = createHash('sha256');
  readonly #guard: UnpackGuard;
  #read = 0;
  #unpacked = 0;
  #digest: string | undefined;

  constructor(
    private readonly path: string,
    private readonly compression: Compression,
    private readonly limits: Limits,
    private readonly signal?: AbortSignal,
  ) {
    this.#guard = new UnpackGuard(path, limits);
  }

  /** Bytes on disk that the chunks so far were made of. */
  get bytesDone(): number {
    return this.compression === 'none' || this.#digest !== undefined ? this.#read : this.#guard.packed;
  }

  /** Of the bytes on disk; after the end, undefined before. */
  get sha256(): string | undefined {
    return this.#digest;
  }

  /** Throws Failure: 'input' if the file cannot be read or unpacks without bounds, 'cancelled'. */
  async *chunks(): AsyncGenerator<Buffer> {
    const disk = this.#disk();
    if (this.compression === 'none') yield* disk;
    else {
      const unpacked =
        this.compression === 'gzip'
          ? gunzip(disk, this.#guard, this.limits.chunkBytes)
          : unzstd(disk, this.#guard);
      const error = yield* this.#counted(unpacked);
      if (error !== undefined) {
        const read = `${this.#unpacked} bytes were unpacked from ${this.#read} on disk`;
        this.cut = `the file is cut off or damaged here (${this.compression}: ${error}; ${read}): what follows was not read. Copy or download the file again`;
      }
    }
    this.#digest = this.#hash.digest('hex');
  }

  async *#counted(
    chunks: AsyncGenerator<Buffer, string | undefined>,
  ): AsyncGenerator<Buffer, string | undefined> {
    try {
      for (;;) {
        const { value, done } = await chunks.next();
        if (done) return value;
        this.#unpacked += value.length;
        yield value;
      }
    } finally {
      await chunks.return(undefined);
    }
  }

  async *#disk(): AsyncGenerator<Buffer> {
    const file = await open(this.path, 'r').catch((error: unknown) => {
      throw accessFailure(this.path, error);
    });
    try {
      for (;;) {
        throwIfCancelled(this.signal);
        const buffer = Buffer.allocUnsafeSlow(this.limits.chunkBytes);
        const { bytesRead } = await file.read(buffer, 0, buffer.length).catch((error: unknown) => {
          throw accessFailure(this.path, error);
        });
        if (bytesRead === 0) return;
        const chunk = buffer.subarray(0, bytesRead);
        this.#hash.update(chunk);
        this.#read += bytesRead;
        yield chunk;
      }
    } finally {
      await file.close();
    }
  }
}
