/** A piece of lines in their order on disk, each after the numbers that order it. */
import { readSync } from 'node:fs';

const PAGE = 32 << 10;
/** Bytes of the two numbers before each line: how many order it, and the bytes of the line. */
const SIZES = 16;

/** Reads a piece from its beginning, a page at a time. */
export class SortedPiece {
  /** The line that is read, with its end; good until the next one is. */
  line: Buffer = Buffer.alloc(0);
  /** What orders it. */
  numbers = new Float64Array(0);
  #page = Buffer.allocUnsafe(PAGE);
  /** Where the page's rest begins and ends. */
  #from = 0;
  #to = 0;

  /** @param at where the piece, the `number`th of the file, begins; it ends at `end` */
  constructor(
    private readonly fd: number,
    readonly number: number,
    private at: number,
    private readonly end: number,
  ) {}

  /** Reads the next line; false behind the last. Throws what the file system throws. */
  next(): boolean {
    if (this.#from === this.#to && this.at === this.end) return false;
    const sizes = this.#take(SIZES);
    const [width, bytes] = [sizes.readDoubleLE(0), sizes.readDoubleLE(8)];
    if (this.numbers.length !== width) this.numbers = new Float64Array(width);
    Buffer.from(this.numbers.buffer).set(this.#take(8 * width));
    this.line = this.#take(bytes);
    return true;
  }

  /** The next so many bytes. */
  #take(bytes: number): Buffer {
    if (this.#to - this.#from < bytes) this.#read(bytes);
    return this.#page.subarray(this.#from, (this.#from += bytes));
  }

  #read(bytes: number): void {
    const page = bytes > this.#page.length ? Buffer.allocUnsafe(bytes) : this.#page;
    this.#page.copy(page, 0, this.#from, this.#to);
    this.#to -= this.#from;
    this.#from = 0;
    this.#page = page;
    while (this.#to < bytes) {
      const room = Math.min(page.length - this.#to, this.end - this.at);
      const read = readSync(this.fd, page, this.#to, room, this.at);
      if (read === 0) throw new Error('lines that wait to be put in order are missing from the disk');
      this.#to += read;
      this.at += read;
    }
  }
}

/** What a piece has before a line of so many bytes. */
export function pieceHead(numbers: Float64Array, bytes: number): Buffer {
  const head = Buffer.allocUnsafe(SIZES + numbers.byteLength);
  head.writeDoubleLE(numbers.length, 0);
  head.writeDoubleLE(bytes, 8);
  head.set(Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength), SIZES);
  return head;
}
