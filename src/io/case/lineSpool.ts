/** Lines that wait on disk until their order is known. */
import { readSync } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';

const PAGE = 1 << 20;

export class LineSpool {
  /** Where each line ends. */
  readonly #ends: number[] = [];
  readonly #page = Buffer.allocUnsafe(PAGE);
  #used = 0;
  #bytes = 0;

  private constructor(
    readonly file: string,
    readonly handle: FileHandle,
  ) {}

  static async open(file: string): Promise<LineSpool> {
    return new LineSpool(file, await open(file, 'w+'));
  }

  /** Adds a line (without its end). */
  async add(line: string): Promise<void> {
    const bytes = Buffer.byteLength(line) + 1;
    this.#bytes += bytes;
    this.#ends.push(this.#bytes);
    const put = (to: Buffer): void => void to.write(line + '\n', this.#used);
    await this.#write(this.handle, bytes, put);
  }

  /** Writes the lines, numbered from 0 as they were added, in this order to `target`, then removes the spool. */
  async writeSorted(target: string, order: Uint32Array): Promise<void> {
    await this.#flush(this.handle);
    const out = await open(target, 'w');
    try {
      for (const line of order) {
        const from = this.#ends[line - 1] ?? 0;
        const bytes = this.#ends[line]! - from;
        // Waiting for each of many small reads would take longer than they do.
        const put = (to: Buffer): void => void readSync(this.handle.fd, to, this.#used, bytes, from);
        await this.#write(out, bytes, put);
      }
      await this.#flush(out);
    } finally {
      await out.close();
    }
    await this.close();
    await rm(this.file);
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  /** Puts so many bytes behind what waits to be written to the file. */
  async #write(file: FileHandle, bytes: number, put: (to: Buffer) => void): Promise<void> {
    if (this.#used + bytes > PAGE) await this.#flush(file);
    if (bytes <= PAGE) put(this.#page);
    else {
      const long = Buffer.allocUnsafe(bytes);
      put(long);
      await file.appendFile(long);
      return;
    }
    this.#used += bytes;
  }

  async #flush(file: FileHandle): Promise<void> {
    await file.appendFile(this.#page.subarray(0, this.#used));
    this.#used = 0;
  }
}
