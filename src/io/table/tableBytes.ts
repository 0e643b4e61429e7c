/** The uncompressed bytes of a text file: read once in order to find its records, then by position. */
import { open, type FileHandle } from 'node:fs/promises';
import { throwIfCancelled } from '../../shared/failure.js';
import { accessFailure } from '../dataset/accessFailure.js';
import { ByteStream } from '../dataset/byteStream.js';
import { LIMITS, type Limits } from '../dataset/limits.js';
import type { Layout } from '../dataset/probe.js';
import { UnpackedCopy } from '../dataset/unpackedCopy.js';

export interface TableBytes {
  /** Bytes on disk that the chunks so far were made of. */
  readonly bytesDone: number;
  /** Why the unpacked bytes end before the file does, once they have ended. */
  readonly cut: string | undefined;
  /** All bytes in order; each chunk may be reused for the next. Throws Failure: 'input', 'cancelled'. */
  chunks(signal: AbortSignal): AsyncGenerator<Buffer>;
  /** The bytes of a range; fewer where the bytes end, or have not been unpacked yet. */
  read(offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens the bytes of a probed file; throws Failure('input') if it cannot be read. */
export async function openBytes(layout: Layout, limits: Limits = LIMITS): Promise<TableBytes> {
  if (layout.compression !== 'none') return new UnpackedBytes(layout, limits, await UnpackedCopy.empty());
  const file = await open(layout.path, 'r').catch((error: unknown) => {
    throw accessFailure(layout.path, error);
  });
  return new FileBytes(layout.path, file, limits);
}

class FileBytes implements TableBytes {
  bytesDone = 0;
  readonly cut = undefined;

  constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private readonly limits: Limits,
  ) {}

  async *chunks(signal: AbortSignal): AsyncGenerator<Buffer> {
    const buffer = Buffer.allocUnsafeSlow(this.limits.chunkBytes);
    for (;;) {
      throwIfCancelled(signal);
      const bytesRead = await this.#into(buffer, this.bytesDone);
      if (bytesRead === 0) return;
      this.bytesDone += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }

  async read(offset: number, length: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafeSlow(length);
    return buffer.subarray(0, await this.#into(buffer, offset));
  }

  close(): Promise<void> {
    return this.file.close();
  }

  async #into(buffer: Buffer, offset: number): Promise<number> {
    try {
      return (await this.file.read(buffer, 0, buffer.length, offset)).bytesRead;
    } catch (error) {
      throw accessFailure(this.path, error);
    }
  }
}

/** Unpacks into a nameless copy while the records are being found, so that those already found can be read. */
class UnpackedBytes implements TableBytes {
  #stream: ByteStream | undefined;

  constructor(
    private readonly layout: Layout,
    private readonly limits: Limits,
    private readonly copy: UnpackedCopy,
  ) {}

  get bytesDone(): number {
    return this.#stream?.bytesDone ?? 0;
  }

  get cut(): string | undefined {
    return this.#stream?.cut;
  }

  async *chunks(signal: AbortSignal): AsyncGenerator<Buffer> {
    const { path, compression } = this.layout;
    this.#stream = new ByteStream(path, compression, this.limits, signal);
    for await (const chunk of this.#stream.chunks()) {
      await this.copy.append(chunk);
      yield chunk;
    }
  }

  read(offset: number, length: number): Promise<Buffer> {
    return this.copy.read(offset, length);
  }

  close(): Promise<void> {
    return this.copy.close();
  }
}
