/** The array of records inside a JSON object such as {"version":1,"data":[…]}, found in the file's first bytes. */
import { decodeUtf8 } from './decodeText.js';
import { parseJson } from './parseJson.js';

export interface WrappedArray {
  /** Byte after the array's bracket. */
  readonly start: number;
  readonly pointer: string;
}

/** Keys that make an object a record, whatever arrays it holds. */
const RECORD_KEYS = new Set(
  (
    'messages conversations conversation choices candidates turns replies chosen rejected instruction input output ' +
    'prompt completion response answer question text content tool_calls tools'
  ).split(' '),
);

const MAX_DEPTH = 3;

/**
 * The first array of objects (else of strings) that is reached through objects only, none of which is a record
 * itself; undefined if the object is a record, or holds no such array in these bytes.
 */
export function findWrappedArray(head: Buffer, start: number): WrappedArray | undefined {
  const search = new Search(head, start);
  search.object('', 1);
  return search.ofObjects ?? search.ofStrings;
}

/** True if the object holds several objects and nothing else, as records by their id do, and is no record itself. */
export function holdsObjectsOnly(head: Buffer, start: number): boolean {
  const search = new Search(head, start);
  search.object('', 1);
  return search.members > 1 && search.members === search.objects;
}

class Search {
  /** Of the outermost object: all, and those that are objects; none if it is a record. */
  members = 0;
  objects = 0;
  ofObjects: WrappedArray | undefined;
  ofStrings: WrappedArray | undefined;
  #at: number;

  constructor(
    private readonly head: Buffer,
    start: number,
  ) {
    this.#at = start;
  }

  /** Walks an object; leaves the position after it, or at the end of the bytes. */
  object(pointer: string, depth: number): void {
    const found: { objects?: WrappedArray; strings?: WrappedArray } = {};
    let record = false;
    this.#at++;
    while (this.#peek() === 0x22) {
      const from = this.#at;
      this.#skipValue();
      const key = parseJson(decodeUtf8(this.head.subarray(from, this.#at)));
      if (!('value' in key) || typeof key.value !== 'string' || this.#peek() !== 0x3a) break;
      record ||= RECORD_KEYS.has(key.value);
      this.#at++;
      const inner = `${pointer}/${key.value.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const c = this.#peek();
      if (pointer === '') {
        this.members++;
        if (c === 0x7b) this.objects++;
      }
      if (c === 0x7b && depth < MAX_DEPTH && !record) this.object(inner, depth + 1);
      else {
        if (c === 0x5b) {
          const array = { start: this.#at + 1, pointer: inner };
          const first = this.#firstOf(this.#at + 1);
          if (first === 0x7b) found.objects ??= array;
          else if (first === 0x22) found.strings ??= array;
        }
        this.#skipValue();
      }
      if (this.#peek() === 0x2c) this.#at++;
    }
    if (this.#peek() === 0x7d) this.#at++;
    // A record's own lists are parts of it, so nothing found in or below it counts.
    if (record) {
      if (pointer !== '') return;
      this.ofObjects = this.ofStrings = undefined;
      this.members = 0;
      return;
    }
    this.ofObjects ??= found.objects;
    this.ofStrings ??= found.strings;
  }

  #peek(): number | undefined {
    this.#at = this.#pastSpace(this.#at);
    return this.head[this.#at];
  }

  #firstOf(at: number): number | undefined {
    return this.head[this.#pastSpace(at)];
  }

  #pastSpace(from: number): number {
    let at = from;
    while (at < this.head.length && this.head[at]! <= 0x20) at++;
    return at;
  }

  /** Passes over one value without recursion, since nesting may be hostile. */
  #skipValue(): void {
    let depth = 0;
    for (; this.#at < this.head.length; this.#at++) {
      const c = this.head[this.#at]!;
      if (c === 0x22) {
        this.#skipString();
        if (depth === 0) return;
        this.#at--;
      } else if (c === 0x7b || c === 0x5b) depth++;
      else if (c === 0x7d || c === 0x5d) {
        if (depth === 0) return;
        if (--depth === 0) {
          this.#at++;
          return;
        }
      } else if (depth === 0 && c === 0x2c) return;
    }
  }

  /** Leaves the position after the closing quote. */
  #skipString(): void {
    this.#at++;
    while (this.#at < this.head.length && this.head[this.#at] !== 0x22) {
      this.#at += this.head[this.#at] === 0x5c ? 2 : 1;
    }
    this.#at++;
  }
}
