/** Writes many small pieces a page at a time: each by itself would cost more than it holds. */
import { writeFileSync } from 'node:fs';

const PAGE = 1 << 20;

/** What the file system throws is thrown. */
export class PageWriter {
  readonly #page = Buffer.allocUnsafe(PAGE);
  #used = 0;
  /** Bytes added so far. */
  bytes = 0;

  constructor(private readonly fd: number) {}

  add(bytes: Uint8Array): void {
    if (this.#used + bytes.length > PAGE) this.flush();
    if (bytes.length > PAGE) this.#write(bytes);
    else {
      this.#page.set(bytes, this.#used);
      this.#used += bytes.length;
    }
    this.bytes += bytes.length;
  }

  /** Writes what is left of the page. */
  flush(): void {
    this.#write(this.#page.subarray(0, this.#used));
    this.#used = 0;
  }

  #write(bytes: Uint8Array): void {
    writeFileSync(this.fd, bytes);
  }
}
