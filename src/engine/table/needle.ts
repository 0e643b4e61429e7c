/** The text of a search: where it stands in other texts, and what bytes certainly do not hold it. */
import { isAscii } from 'node:buffer';
import { entries } from '../../core/shape/leaves.js';
import type { Format } from '../../shared/dataset.js';
import type { FindText } from '../../shared/tableCalls.js';

/** ASCII as JSON may escape it, and escapes of the two characters beyond ASCII whose lower case is ASCII. */
const ESCAPED_ASCII = /\\u(?:00[0-7]|212a|0130)/i;
/** The UTF-8 bytes of those two: Kelvin sign and dotted capital I. */
const LOWERS_TO_ASCII = /\xe2\x84\xaa|\xc4\xb0/;
/** Nesting beyond this is not searched, as it is not shown. */
const MAX_DEPTH = 64;

export class Needle {
  readonly #text: string;
  readonly #ascii: boolean;
  /** What its bytes are wherever it stands, if that can be said. */
  readonly #bytes: Buffer | undefined;
  readonly #plain: boolean;

  constructor(private readonly find: FindText) {
    const { text, matchCase } = find;
    this.#text = this.#fold(text);
    this.#ascii = isAscii(Buffer.from(text));
    const hasCase = text.toLowerCase() !== text.toUpperCase();
    this.#bytes = matchCase || !hasCase ? Buffer.from(text) : undefined;
    // Characters that files escape, and numbers, which they may write in several ways, are looked for in the values.
    this.#plain =
      !/["\\/\x00-\x1f\x7f\uFFFD\u0307\ud800-\udfff]/u.test(text) && !/^[-+.\d\s]*(?:e[-+\d]*)?$/i.test(text);
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
    if (!this.#plain || (!this.#bytes && !this.#ascii)) return false;
    if (this.#bytes !== undefined && bytes.includes(this.#bytes)) return false;
    const latin = bytes.toString('latin1');
    if (!this.#bytes && (latin.toLowerCase().includes(this.#text) || LOWERS_TO_ASCII.test(latin)))
      return false;
    if (format !== 'json' && format !== 'jsonl') return true;
    return this.#ascii ? !ESCAPED_ASCII.test(latin) : !latin.includes('\\u');
  }

  #fold(text: string): string {
    return this.find.matchCase ? text : text.toLowerCase();
  }
}
