/** JSON Lines: split on line feeds only, so raw U+2028, U+0085 and carriage returns stay inside a record. */
import { Carry } from './carry.js';
import { decodeUtf8 } from './decodeText.js';
import type { Item, Scanner } from './item.js';
import { inWords, type Limits } from './limits.js';
import type { Notes } from './notes.js';
import { parseJson } from './parseJson.js';

const LF = 0x0a;
const CR = 0x0d;

export class JsonlScanner implements Scanner {
  readonly #carry: Carry;
  /** Bytes of a byte order mark still to pass over. */
  #skip: number;
  #line = 1;
  #record = 0;
  /** Where the line begins, in the uncompressed file. */
  #start: number;

  /** @param start where the bytes begin, in the uncompressed file */
  constructor(
    bom: number,
    private readonly limits: Limits,
    private readonly notes: Notes,
    start = 0,
  ) {
    this.#carry = new Carry(limits.recordBytes);
    this.#skip = bom;
    this.#start = start + bom;
  }

  /** Line ends passed so far. */
  get lines(): number {
    return this.#line - 1;
  }

  /** Records met so far, broken ones included. */
  get records(): number {
    return this.#record;
  }

  *push(chunk: Buffer): Generator<Item> {
    let from = Math.min(this.#skip, chunk.length);
    this.#skip -= from;
    for (let at = chunk.indexOf(LF, from); at !== -1; at = chunk.indexOf(LF, from)) {
      const length = this.#carry.length + at - from;
      const item = this.#item(this.#carry.take(chunk.subarray(from, at)), length, undefined);
      if (item) yield item;
      this.#line++;
      this.#start += length + 1;
      from = at + 1;
    }
    this.#carry.add(chunk.subarray(from));
  }

  *end(cut?: string): Generator<Item> {
    const length = this.#carry.length;
    const item =
      length > 0
        ? this.#item(
            this.#carry.take(Buffer.alloc(0)),
            length,
            'the last line is cut off (it has no line end): ',
          )
        : undefined;
    if (cut === undefined) {
      if (item) yield item;
      return;
    }
    if (item && 'value' in item) yield item;
    yield { record: this.#record - (item && 'reason' in item ? 1 : 0), line: this.#line, reason: cut };
  }

  #item(bytes: Buffer | undefined, length: number, unended: string | undefined): Item | undefined {
    if (!bytes) {
      const limit = inWords(this.limits.recordBytes);
      const reason = `the line has ${length} bytes, more than the ${limit} that one record may have`;
      return { record: this.#record++, line: this.#line, reason };
    }
    const line = bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes;
    if (isBlank(line)) return undefined;
    const parsed = parseJson(decodeUtf8(line, this.notes), this.notes);
    const record = this.#record++;
    if ('reason' in parsed) return { record, line: this.#line, reason: (unended ?? '') + parsed.reason };
    return {
      record,
      line: this.#line,
      byteOffset: this.#start,
      byteLength: line.length,
      value: parsed.value,
    };
  }
}

function isBlank(line: Buffer): boolean {
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!;
    if (c !== 0x20 && c !== 0x09 && c !== CR) return false;
  }
  return true;
}
