/** Entries that wait on disk until they are asked for. */
import { closeSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import type { Entries } from './entries.js';

const PAGE = 1 << 20;
/** Bytes that are read at once: most entries are asked for in about the order they came in. */
const WINDOW = 1 << 16;

/** What the file system throws is thrown. */
export class Spool implements Entries {
  /** Where each entry ends. */
  readonly #ends: number[] = [];
  /** The entries behind the file's last. */
  readonly #page = Buffer.allocUnsafe(PAGE);
  #used = 0;
  #written = 0;
  /** What of the file was read last, and where it begins there. */
  #window = Buffer.alloc(0);
  #from = 0;
  #fd: number | undefined;
  #closed = false;

  /** @param file is made when a page is full; its folder must be there by then */
  constructor(readonly file: string) {}

  /** Adds an entry; returns its number, counted from 0. Throws once it is closed, since nobody would remove the file any more. */
  add(entry: Uint8Array): number {
    if (this.#closed) throw new Error('The spool is closed.');
    if (this.#used + entry.length > PAGE) this.#flush();
    if (entry.length > PAGE) this.#append(entry);
    else {
      this.#page.set(entry, this.#used);
      this.#used += entry.length;
    }
    return this.#ends.push(this.#written + this.#used) - 1;
  }

  /** The entry of this number. */
  entry(number: number): Buffer {
    const from = this.#ends[number - 1] ?? 0;
    const length = this.#ends[number]! - from;
    const inPage = from - this.#written;
    if (inPage >= 0) return Buffer.from(this.#page.subarray(inPage, inPage + length));
    if (from < this.#from || from + length > this.#from + this.#window.length) this.#read(from, length);
    return Buffer.from(this.#window.subarray(from - this.#from, from - this.#from + length));
  }

  /** Removes the file. */
  close(): void {
    this.#closed = true;
    if (this.#fd === undefined) return;
    closeSync(this.#fd);
    this.#fd = undefined;
    rmSync(this.file, { force: true });
  }

  /** Has at least so many bytes of the file in the window, and more where there are more. */
  #read(from: number, least: number): void {
    const length = Math.max(least, Math.min(WINDOW, this.#written - from));
    this.#window = Buffer.allocUnsafe(length);
    // Waiting for each of many small reads would take longer than they do.
    readSync(this.#fd!, this.#window, 0, length, from);
    this.#from = from;
  }

  #flush(): void {
    this.#append(this.#page.subarray(0, this.#used));
    this.#used = 0;
  }

  #append(bytes: Uint8Array): void {
    this.#fd ??= openSync(this.file, 'w+');
    writeFileSync(this.#fd, bytes);
    this.#written += bytes.length;
  }
}
