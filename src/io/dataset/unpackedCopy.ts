/**
 * A compressed file unpacked once, so that its records can be read by byte range. The copy has no name (it is
 * unlinked at once), so it goes with its handle and nothing is left behind when the process ends.
 */
import { randomBytes } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ByteStream } from './byteStream.js';
import { LIMITS } from './limits.js';
import type { Layout } from './probe.js';

export class UnpackedCopy {
  #length = 0;

  private constructor(private readonly file: FileHandle) {}

  /** Unpacks a file into the system's temporary folder; throws Failure('input') if it cannot be read. */
  static async of({ path: source, compression }: Layout): Promise<UnpackedCopy> {
    const copy = await UnpackedCopy.empty();
    try {
      for await (const chunk of new ByteStream(source, compression, LIMITS).chunks())
        await copy.append(chunk);
      return copy;
    } catch (error) {
      await copy.close();
      throw error;
    }
  }

  /** A copy that nothing was unpacked into yet. */
  static async empty(): Promise<UnpackedCopy> {
    const name = path.join(os.tmpdir(), `distillation-evidence-${randomBytes(8).toString('hex')}`);
    const file = await open(name, 'wx+', 0o600);
    try {
      await unlink(name);
      return new UnpackedCopy(file);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Adds what was unpacked next. */
  async append(chunk: Buffer): Promise<void> {
    await this.file.write(chunk, 0, chunk.length, this.#length);
    this.#length += chunk.length;
  }

  /** The bytes of a range; fewer where the file is shorter. */
  async read(offset: number, length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await this.file.read(bytes, 0, length, offset);
    return bytes.subarray(0, bytesRead);
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}
