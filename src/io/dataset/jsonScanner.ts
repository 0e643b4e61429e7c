/** JSON arrays (and values one after the other): element boundaries by bytes, each element parsed alone. */
import { Carry, LineCounter } from './carry.js';
import { decodeUtf8 } from './decodeText.js';
import type { Item, Scanner } from './item.js';
import type { JsonLayout } from './jsonLayout.js';
import { inWords, type Limits } from './limits.js';
import type { Notes } from './notes.js';
import { parseJson } from './parseJson.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const CLOSE = 0x5d;

export class JsonScanner implements Scanner {
  readonly #carry: Carry;
  readonly #lines = new LineCounter();
  /** Where the chunk begins, in the uncompressed file. */
  #base = 0;
  #record = 0;
  /** Where the element begins; -1 between elements. */
  #start = -1;
  #startLine = 1;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #closed = false;
  #trailing = false;

  constructor(
    private readonly layout: JsonLayout,
    private readonly limits: Limits,
    private readonly notes: Notes,
  ) {
    this.#carry = new Carry(limits.recordBytes);
  }

  *push(chunk: Buffer): Generator<Item> {
    let at = Math.max(0, Math.min(chunk.length, this.layout.start - this.#base));
    this.#lines.begin(chunk);
    /** First byte of the element in this chunk. */
    let from = 0;
    while (at < chunk.length && !this.#closed) {
      if (this.#start === -1) {
        at = this.#between(chunk, at);
        if (this.#ended() || at === chunk.length) break;
        this.#lines.countTo(at);
        this.#start = this.#base + at;
        this.#startLine = this.#lines.line;
        from = at;
      }
      const end = this.#within(chunk, at);
      if (end === -1) break;
      yield this.#element(chunk.subarray(from, end), undefined);
      at = end;
    }
    if (this.#start !== -1) this.#carry.add(chunk.subarray(from));
    else if (this.#closed && this.layout.pointer === '') yield* this.#after(chunk, at);
    this.#lines.countTo(chunk.length);
    this.#base += chunk.length;
  }

  *end(cut?: string): Generator<Item> {
    if (this.#closed) {
      if (cut !== undefined) yield { line: this.#lines.line, reason: cut };
      return;
    }
    if (this.#start !== -1) {
      const item = this.#element(Buffer.alloc(0), 'the file ends inside this element, which is cut off');
      if ('value' in item || cut === undefined) yield item;
      else this.#record--;
    } else if (cut === undefined && this.layout.kind === 'array') {
      const reason = 'the file ends before its array does: records may be missing';
      yield { record: this.#record, line: this.#lines.line, reason };
    }
    if (cut !== undefined) yield { record: this.#record, line: this.#lines.line, reason: cut };
  }

  #ended(): boolean {
    return this.#closed;
  }

  #stringOpen(): boolean {
    return this.#inString;
  }

  /** Passes over white space and commas; stops at the next element or at the array's end. */
  #between(chunk: Buffer, from: number): number {
    let at = from;
    for (; at < chunk.length; at++) {
      const c = chunk[at]!;
      if (isSpace(c) || c === COMMA) continue;
      if (c !== CLOSE || this.layout.kind !== 'array') return at;
      this.#closed = true;
      return at + 1;
    }
    return at;
  }

  /** Where the element ends (exclusive), or -1 if it goes on in the next chunk. */
  #within(chunk: Buffer, from: number): number {
    let at = from;
    let depth = this.#depth;
    for (; at < chunk.length; at++) {
      if (this.#inString) {
        at = this.#string(chunk, at);
        if (this.#stringOpen()) break;
        if (depth === 0) return at + 1;
        continue;
      }
      const c = chunk[at]!;
      if (c === QUOTE) this.#inString = true;
      else if (c === 0x7b || c === 0x5b) depth++;
      else if (c === 0x7d || c === CLOSE) {
        // A bracket that closes nothing ends a number or word before it, or is a broken element of its own.
        if (depth === 0) return this.#start === this.#base + at ? at + 1 : at;
        if (--depth === 0) return at + 1;
      } else if (depth === 0 && (c === COMMA || isSpace(c))) return at;
    }
    this.#depth = depth;
    return -1;
  }

  /** Goes on in a string; returns where its closing quote is, or the chunk's end. */
  #string(chunk: Buffer, from: number): number {
    let at = from;
    if (this.#escaped) {
      this.#escaped = false;
      at++;
    }
    for (; at < chunk.length; at++) {
      const c = chunk[at]!;
      if (c === QUOTE) {
        this.#inString = false;
        return at;
      }
      if (c === BACKSLASH && ++at === chunk.length) this.#escaped = true;
    }
    return at;
  }

  #element(last: Buffer, unended: string | undefined): Item {
    const place = { record: this.#record++, line: this.#startLine };
    const length = this.#carry.length + last.length;
    const bytes = this.#carry.take(last);
    const byteOffset = this.#start;
    this.#start = -1;
    this.#depth = 0;
    this.#inString = this.#escaped = false;
    if (!bytes) {
      const limit = inWords(this.limits.recordBytes);
      const reason = `the element has ${length} bytes, more than the ${limit} that one record may have`;
      return { ...place, reason: unended ? `${reason}, and ${unended}` : reason };
    }
    const parsed = parseJson(decodeUtf8(bytes, this.notes), this.notes);
    if ('reason' in parsed) return { ...place, reason: unended ?? parsed.reason };
    return { ...place, byteOffset, byteLength: length, value: parsed.value };
  }

  /** Says once that something stands behind the array. */
  *#after(chunk: Buffer, from: number): Generator<Item> {
    for (let at = from; at < chunk.length && !this.#trailing; at++) {
      if (isSpace(chunk[at]!)) continue;
      this.#trailing = true;
      yield { reason: 'what stands after the end of the array was not read' };
    }
  }
}

function isSpace(c: number): boolean {
  return c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09;
}
