/** A text file: one record, number 0, the whole file. */
import { Carry } from './carry.js';
import { decodeTextFile } from './decodeText.js';
import type { Item, Scanner } from './item.js';
import { inWords, type Limits } from './limits.js';
import type { Notes } from './notes.js';

export class TextScanner implements Scanner {
  readonly #carry: Carry;
  #skip: number;

  constructor(
    private readonly bom: number,
    private readonly limits: Limits,
    private readonly notes: Notes,
  ) {
    this.#carry = new Carry(limits.recordBytes);
    this.#skip = bom;
  }

  push(chunk: Buffer): Iterable<Item> {
    const from = Math.min(this.#skip, chunk.length);
    this.#skip -= from;
    this.#carry.add(chunk.subarray(from));
    return [];
  }

  *end(cut?: string): Generator<Item> {
    const length = this.#carry.length;
    const bytes = this.#carry.take(Buffer.alloc(0));
    if (!bytes) {
      const limit = inWords(this.limits.recordBytes);
      yield {
        record: 0,
        reason: `the text has ${length} bytes, more than the ${limit} that one record may have`,
      };
    } else {
      const value = decodeTextFile(bytes, this.notes);
      yield { record: 0, line: 1, byteOffset: this.bom, byteLength: length, value };
    }
    if (cut !== undefined) yield { reason: cut };
  }
}
