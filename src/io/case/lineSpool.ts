/** Lines that wait on disk until their order is known: memory holds a key a line, not the lines. */
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

interface Entry<K> {
  readonly key: K;
  readonly offset: number;
  readonly length: number;
}

const FLUSH_BYTES = 1 << 20;
const READ_TOGETHER = 4 << 20;

export class LineSpool<K> {
  readonly #entries: Entry<K>[] = [];
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #bytes = 0;

  private constructor(
    readonly file: string,
    readonly handle: FileHandle,
  ) {}

  static async open<K>(file: string): Promise<LineSpool<K>> {
    return new LineSpool<K>(file, await open(file, 'w+'));
  }

  /** Adds a line (without its end) with the key that will order it. */
  async add(line: string, key: K): Promise<void> {
    const bytes = Buffer.from(line + '\n');
    this.#entries.push({ key, offset: this.#bytes, length: bytes.length });
    this.#bytes += bytes.length;
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes >= FLUSH_BYTES) await this.#flush();
  }

  /** Writes all lines in the order of `compare` to `target`, then removes the spool. */
  async writeSorted(target: string, compare: (a: K, b: K) => number): Promise<void> {
    await this.#flush();
    const entries = this.#entries.sort((a, b) => compare(a.key, b.key));
    const out = createWriteStream(target);
    // Small spools are read whole; larger ones line by line, so that memory stays bounded.
    const whole = this.#bytes <= READ_TOGETHER ? await readAll(this.file) : undefined;
    for (const { offset, length } of entries) {
      let line = whole?.subarray(offset, offset + length);
      if (!line) {
        line = Buffer.allocUnsafe(length);
        await this.handle.read(line, 0, length, offset);
      }
      if (!out.write(line)) await once(out, 'drain');
    }
    out.end();
    await finished(out);
    await this.close();
    await rm(this.file);
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#waitingBytes = 0;
    await this.handle.write(bytes, 0, bytes.length);
  }
}

async function readAll(file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
