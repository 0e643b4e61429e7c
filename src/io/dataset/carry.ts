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
  #chunk: Buffer = Buffer.alloc(0);
  #next = Infinity;

  /** The stream goes on with `chunk`; the one before was counted to its end. */
  begin(chunk: Buffer): void {
    this.#chunk = chunk;
    this.#find(0);
  }

  /** Counts the line feeds before `position` of the chunk; positions only grow. */
  countTo(position: number): void {
    while (this.#next < position) {
      this.line++;
      this.#find(this.#next + 1);
    }
  }

  #find(from: number): void {
    const at = this.#chunk.indexOf(0x0a, from);
    this.#next = at === -1 ? Infinity : at;
  }
}
