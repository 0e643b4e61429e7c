/** The bytes of a record that began in earlier chunks; dropped, but still counted, beyond a limit. */
export class Carry {
  #pieces: Buffer[] = [];
  /** Bytes carried, those dropped included. */
  length = 0;

  constructor(readonly limit: number) {}

  get tooLong(): boolean {
    return this.length > this.limit;
  }

  /** Copies, since chunks may be reused. */
  add(piece: Buffer): void {
    this.length += piece.length;
    if (this.tooLong) this.#pieces = [];
    else if (piece.length > 0) this.#pieces.push(Buffer.from(piece));
  }

  /** Carried bytes and `last`, or undefined when they are too long together; empties the carry. */
  take(last: Buffer): Buffer | undefined {
    const length = this.length + last.length;
    const pieces = this.#pieces;
    this.#pieces = [];
    const carried = this.length;
    this.length = 0;
    if (length > this.limit) return undefined;
    return carried === 0 ? last : Buffer.concat([...pieces, last], length);
  }
}

/** 1-based number of the line in which a position of a growing stream lies. */
export class LineCounter {
  line = 1;

  /** Counts the line feeds of `bytes[from, to)`. */
  advance(bytes: Buffer, from: number, to: number): void {
    for (let at = bytes.indexOf(0x0a, from); at !== -1 && at < to; at = bytes.indexOf(0x0a, at + 1))
      this.line++;
  }
}
