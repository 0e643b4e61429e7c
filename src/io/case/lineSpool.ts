/** Lines that wait on disk until their turn comes. */
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';

const PAGE = 1 << 20;

/** What the file system throws is thrown. */
export class LineSpool {
  /** Where each line ends. */
  readonly #ends: number[] = [];
  /** The lines behind the file's last. */
  readonly #page = Buffer.allocUnsafe(PAGE);
  #used = 0;
  #written = 0;
  #fd: number | undefined;

  /** @param file is made when a page is full; its folder must be there by then */
  constructor(readonly file: string) {}

  /** Adds a line (without its end); returns its number, counted from 0. */
  add(line: string): number {
    const bytes = Buffer.byteLength(line) + 1;
    if (this.#used + bytes > PAGE) this.#flush();
    if (bytes > PAGE) this.#append(Buffer.from(line + '\n'));
    else this.#used += this.#page.write(line + '\n', this.#used);
    return this.#ends.push(this.#written + this.#used) - 1;
  }

  /** The line of this number, without its end. */
  line(number: number): string {
    const { from, bytes } = this.#range(number);
    const inPage = from - this.#written;
    if (inPage >= 0) return this.#page.toString('utf8', inPage, inPage + bytes - 1);
    const line = Buffer.allocUnsafe(bytes);
    this.#read(line, 0, bytes, from);
    return line.toString('utf8', 0, bytes - 1);
  }

  /** Writes the lines in this order of their numbers to `target`, then removes the spool. */
  async writeSorted(target: string, order: Uint32Array): Promise<void> {
    this.#flush();
    const page = this.#page;
    const out = await open(target, 'w');
    try {
      let used = 0;
      for (const number of order) {
        const { from, bytes } = this.#range(number);
        if (used + bytes > PAGE) {
          await out.appendFile(page.subarray(0, used));
          used = 0;
        }
        if (bytes > PAGE) await out.appendFile(this.line(number) + '\n');
        else {
          this.#read(page, used, bytes, from);
          used += bytes;
        }
      }
      await out.appendFile(page.subarray(0, used));
    } finally {
      await out.close();
    }
    this.close();
  }

  /** Removes the spool. */
  close(): void {
    if (this.#fd === undefined) return;
    closeSync(this.#fd);
    this.#fd = undefined;
    rmSync(this.file, { force: true });
  }

  #range(number: number): { readonly from: number; readonly bytes: number } {
    const from = this.#ends[number - 1] ?? 0;
    return { from, bytes: this.#ends[number]! - from };
  }

  /** Waiting for each of many small reads would take longer than they do. */
  #read(into: Buffer, at: number, bytes: number, from: number): void {
    readSync(this.#fd!, into, at, bytes, from);
  }

  #flush(): void {
    this.#append(this.#page.subarray(0, this.#used));
    this.#used = 0;
  }

  #append(bytes: Buffer): void {
    this.#fd ??= openSync(this.file, 'w+');
    for (let done = 0; done < bytes.length;) done += writeSync(this.#fd, bytes, done);
    this.#written += bytes.length;
  }
}
