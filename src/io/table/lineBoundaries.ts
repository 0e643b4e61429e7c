/** JSON Lines without reading them: a search for line feeds, and a look at lines that may be blank. */
import type { Boundaries } from './boundaries.js';
import type { RecordIndex } from './recordIndex.js';

const LF = 0x0a;

/** Numbers records as JsonlScanner does: lines of spaces, tabs and carriage returns are none, unless they are too long. */
export class LineBoundaries implements Boundaries {
  #record = 0;
  #line = 1;
  /** Where the line begins. */
  #start: number;
  #base = 0;
  /** Of the part of the line that lies in earlier chunks. */
  #blank = true;

  constructor(
    private readonly bom: number,
    private readonly recordBytes: number,
    private readonly index: RecordIndex,
  ) {
    this.#start = bom;
  }

  push(chunk: Buffer): void {
    let from = Math.min(Math.max(0, this.bom - this.#base), chunk.length);
    for (let at = chunk.indexOf(LF, from); at !== -1; at = chunk.indexOf(LF, from)) {
      this.#blank &&= isBlank(chunk, from, at);
      this.#ended(this.#base + at);
      this.#line++;
      from = at + 1;
      this.#start = this.#base + from;
      this.#blank = true;
    }
    this.#blank &&= isBlank(chunk, from, chunk.length);
    this.#base += chunk.length;
  }

  end(): void {
    this.#ended(this.#base);
  }

  #ended(end: number): void {
    if (this.#blank && end - this.#start <= this.recordBytes) return;
    this.index.meet(this.#record++, this.#line, this.#start);
  }
}

function isBlank(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const c = bytes[at]!;
    if (c !== 0x20 && c !== 0x09 && c !== 0x0d) return false;
  }
  return true;
}
