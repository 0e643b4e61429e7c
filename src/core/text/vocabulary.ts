import { hashOf } from './tokenHash.js';

/**
 * Numbers for tokens: equal texts get equal ids, exactly, since a hit is compared letter by letter. Beside each id
 * stand two 32-bit hashes of the token's text that don't depend on the vocabulary, so that what is made of them
 * (shingles) can be stored and compared across runs.
 */
export class Vocabulary {
  /** Tokens known so far; ids are 0 … size − 1. */
  size = 0;
  /** The two hashes of each id. */
  first = new Int32Array(1024);
  second = new Int32Array(1024);
  private slots = new Int32Array(4096);
  private letters = new Uint16Array(8192);
  private bounds = new Uint32Array(1025);

  /** Forgets all tokens, so that ids begin at 0 again. */
  clear(): void {
    this.size = 0;
    this.slots.fill(0);
  }

  /** The id of the token in `codes` [from, to), whose {@link hashOf} is `first`. */
  intern(codes: Uint16Array, from: number, to: number, first: number): number {
    const mask = this.slots.length - 1;
    let slot = first & mask;
    for (let held = this.slots[slot]!; held !== 0; held = this.slots[slot]!) {
      const id = held - 1;
      if (this.first[id] === first && this.holds(id, codes, from, to)) return id;
      slot = (slot + 1) & mask;
    }
    return this.add(slot, codes, from, to, first);
  }

  /** The id of a token given as a string. */
  idOf(token: string): number {
    const codes = new Uint16Array(token.length);
    for (let i = 0; i < token.length; i++) codes[i] = token.charCodeAt(i);
    return this.intern(codes, 0, codes.length, hashOf(codes, 0, codes.length));
  }

  /** The text of a token. */
  textOf(id: number): string {
    return String.fromCharCode(...this.letters.subarray(this.bounds[id], this.bounds[id + 1]));
  }

  private holds(id: number, codes: Uint16Array, from: number, to: number): boolean {
    const start = this.bounds[id]!;
    if (this.bounds[id + 1]! - start !== to - from) return false;
    for (let at = from, letter = start; at < to; at++, letter++)
      if (this.letters[letter] !== codes[at]) return false;
    return true;
  }

  private add(slot: number, codes: Uint16Array, from: number, to: number, first: number): number {
    const id = this.size++;
    if (id >= this.first.length) this.growIds();
    const start = this.bounds[id]!;
    const end = start + to - from;
    if (end > this.letters.length) this.letters = copied(this.letters, new Uint16Array(2 * end));
    for (let at = from, letter = start; at < to; at++, letter++) this.letters[letter] = codes[at]!;
    this.bounds[id + 1] = end;
    this.first[id] = first;
    this.second[id] = secondHash(codes, from, to);
    this.slots[slot] = id + 1;
    if (2 * this.size > this.slots.length) this.rehash();
    return id;
  }

  private growIds(): void {
    const size = 2 * this.first.length;
    this.first = copied(this.first, new Int32Array(size));
    this.second = copied(this.second, new Int32Array(size));
    this.bounds = copied(this.bounds, new Uint32Array(size + 1));
  }

  private rehash(): void {
    const slots = new Int32Array(4 * this.slots.length);
    const mask = slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      let slot = this.first[id]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    this.slots = slots;
  }
}

function copied<T extends Int32Array | Uint32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function secondHash(codes: Uint16Array, from: number, to: number): number {
  let hash = to - from;
  for (let at = from; at < to; at++) {
    hash = Math.imul(hash + codes[at]!, 0x27d4eb2d);
    hash ^= hash >>> 13;
  }
  return hash;
}
