/** Entries that wait on disk until they are asked for. */
import { closeSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import type { Entries } from './entries.js';

const PAGE = 1 << 20;

/** What the file system throws is thrown. */
export class Spool implements Entries {
  /** Where each entry ends. */
  readonly #ends: number[] = [];
  /** The entries behind the file's last. */
  readonly #page = Buffer.allocUnsafe(PAGE);
  #used = 0;
  #written = 0;
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
    const entry = Buffer.allocUnsafe(this.#ends[number]! - from);
    const inPage = from - this.#written;
    if (inPage >= 0) this.#page.copy(entry, 0, inPage, inPage + entry.length);
    // Waiting for each of many small reads would take longer than they do.
    else readSync(this.#fd!, entry, 0, entry.length, from);
    return entry;
  }

  /** Removes the file. */
  close(): void {
    this.#closed = true;
    if (this.#fd === undefined) return;
    closeSync(this.#fd);
    this.#fd = undefined;
    rmSync(this.file, { force: true });
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
