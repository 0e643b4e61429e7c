/** The text of a search: where it stands in other texts, and what bytes certainly do not hold it. */
import { entries } from '../../core/shape/leaves.js';
import { decodeUtf8 } from '../../io/dataset/decodeText.js';
import type { Format } from '../../shared/dataset.js';
import type { FindText } from '../../shared/tableCalls.js';

/** ASCII letters as JSON may escape them, and the two characters beyond ASCII whose lower case is ASCII. */
const ESCAPED_ASCII = /\\u(?:00[0-7]|212a|0130)/i;
/** Nesting beyond this is not searched, as it is not shown. */
const MAX_DEPTH = 64;

export class Needle {
  readonly #text: string;
  readonly #ascii: boolean;
  readonly #plain: boolean;

  constructor(private readonly find: FindText) {
    this.#text = this.#fold(find.text);

    this.#ascii = /^[\x00-\x7f]*$/.test(find.text);
    // Characters that files escape, and numbers, which they may write in several ways, are looked for in the values.

    this.#plain = !/["\\/\x00-\x1f\x7f]/.test(find.text) && !/^[-+.\d\s]*(?:e[-+\d]*)?$/i.test(find.text);
  }

  get empty(): boolean {
    return this.#text === '';
  }

  /** Where the text begins in `text`, or -1. */
  in(text: string): number {
    if (this.#text === '') return -1;
    const at = this.#fold(text).indexOf(this.#text);
    // Lower case may be longer than what it was made of.
    return at < 0 ? -1 : Math.min(at, Math.max(0, text.length - 1));
  }

  /** True if a text or number in `value` holds it. */
  inValue(value: unknown): boolean {
    const open: [value: unknown, depth: number][] = [[value, 0]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [item, depth] = next;
      if (typeof item === 'string') {
        if (this.in(item) >= 0) return true;
      } else if (typeof item === 'number' || typeof item === 'boolean') {
        if (this.in(String(item)) >= 0) return true;
      } else if (depth < MAX_DEPTH) for (const [, inner] of entries(item)) open.push([inner, depth + 1]);
    }
    return false;
  }

  /** True if no record in these bytes of a file can hold it: a look at the bytes is much faster than reading them. */
  skips(bytes: Buffer, format: Format): boolean {
    if (!this.#plain) return false;
    const text = decodeUtf8(bytes);
    if (this.#fold(text).includes(this.#text)) return false;
    if (format === 'csv' || format === 'tsv' || format === 'text' || !text.includes('\\u')) return true;
    return this.#ascii && !ESCAPED_ASCII.test(text);
  }

  #fold(text: string): string {
    return this.find.matchCase ? text : text.toLowerCase();
  }
}
