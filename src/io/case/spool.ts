/** Entries that wait on disk until they are asked for. */
import { closeSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import type { Entries } from './entries.js';

const PAGE = 1 << 20;
/** Bytes that are read at once, and how often: entries are asked for in the order of several that they came in. */
const SHEET = 1 << 15;
const SHEETS = 8;

/** What the file system throws is thrown. */
export class Spool implements Entries {
  /** Where each entry ends. */
  readonly #ends: number[] = [];
  /** The entries behind the file's last. */
  readonly #page = Buffer.allocUnsafe(PAGE);
  #used = 0;
  #written = 0;
  /** Whole sheets of the file by their number, that which was used last at the end. */
  readonly #sheets = new Map<number, Buffer>();
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
    const inSheet = from % SHEET;
    const sheet = inSheet + length <= SHEET ? this.#sheet((from - inSheet) / SHEET) : undefined;
    if (sheet) return Buffer.from(sheet.subarray(inSheet, inSheet + length));
    return this.#read(Buffer.allocUnsafe(length), from);
  }

  /** Removes the file. */
  close(): void {
    this.#closed = true;
    if (this.#fd === undefined) return;
    closeSync(this.#fd);
    this.#fd = undefined;
    rmSync(this.file, { force: true });
  }

  /** A sheet of the file; undefined while it is not all written. */
  #sheet(number: number): Buffer | undefined {
    if ((number + 1) * SHEET > this.#written) return undefined;
    let sheet = this.#sheets.get(number);
    if (!sheet) {
      const [oldest] = this.#sheets.size < SHEETS ? [] : this.#sheets;
      if (oldest) this.#sheets.delete(oldest[0]);
      sheet = this.#read(oldest?.[1] ?? Buffer.allocUnsafeSlow(SHEET), number * SHEET);
    } else this.#sheets.delete(number);
    this.#sheets.set(number, sheet);
    return sheet;
  }

  #read(bytes: Buffer, from: number): Buffer {
    // Waiting for each of many small reads would take longer than they do.
    readSync(this.#fd!, bytes, 0, bytes.length, from);
    return bytes;
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
