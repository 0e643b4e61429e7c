/** A set of 32-bit hashes with a place for each, in shared memory, so that several threads probe the same one. */
export interface TableData {
  /** Open addressing: a hash stands at its own place or after it; 0 is empty. */
  readonly keys: Uint32Array;
  /** How often each was met among the originals. */
  readonly counts: Int32Array;
  /** What each place proposes: `items` [starts[place], starts[place + 1]). */
  starts: Uint32Array;
  items: Uint32Array;
  /** One bit for the upper bits of every hash whose place proposes: most windows of originals end here. */
  filter: Uint32Array;
}

/** A table for so many hashes, none of them in it yet. */
export function makeTable(hashes: number): TableData {
  let size = 64;
  while (size < 1.6 * hashes) size *= 2;
  return {
    keys: new Uint32Array(shared(size)),
    counts: new Int32Array(shared(size)),
    starts: new Uint32Array(0),
    items: new Uint32Array(0),
    filter: new Uint32Array(1),
  };
}

/** Bytes that threads share. */
export function shared(words: number): SharedArrayBuffer {
  return new SharedArrayBuffer(4 * words);
}

/** The place of `hash`, which is put there if it is new. */
export function insert(keys: Uint32Array, hash: number): number {
  const mask = keys.length - 1;
  let place = hash & mask;
  for (let key = keys[place]!; key !== 0; key = keys[place]!) {
    if (key === hash) return place;
    place = (place + 1) & mask;
  }
  keys[place] = hash;
  return place;
}

/** The place of `hash`, or −1. */
export function find(keys: Uint32Array, hash: number): number {
  const mask = keys.length - 1;
  let place = hash & mask;
  for (let key = keys[place]!; key !== 0; key = keys[place]!) {
    if (key === hash) return place;
    place = (place + 1) & mask;
  }
  return -1;
}

/** False if no place of `hash` proposes; true says little. */
export function mayPropose(filter: Uint32Array, hash: number): boolean {
  // Tables use the lower bits of a hash, filters the upper ones.
  const bit = hash >>> (32 - BITS);
  return ((filter[bit >>> 5]! >>> (bit & 31)) & 1) === 1;
}

/** Bits of a hash that a filter looks at: 2 MB, which stays near the processor. */
const BITS = 24;

/** Gathers what each place proposes: windows of suspects, or suspects. */
export class Lists {
  private places = new Uint32Array(1024);
  private items = new Uint32Array(1024);
  private count = 0;

  add(place: number, item: number): void {
    if (this.count === this.places.length) {
      const size = 2 * this.count;
      const places = new Uint32Array(size);
      const wider = new Uint32Array(size);
      places.set(this.places);
      wider.set(this.items);
      this.places = places;
      this.items = wider;
    }
    this.places[this.count] = place;
    this.items[this.count++] = item;
  }

  /** Writes the lists into the table, each in the order of adding. */
  into(table: TableData): void {
    const size = table.keys.length;
    const starts = new Uint32Array(shared(size + 1));
    for (let at = 0; at < this.count; at++) starts[this.places[at]! + 1]!++;
    for (let place = 0; place < size; place++) starts[place + 1]! += starts[place]!;
    const next = starts.slice(0, size);
    const items = new Uint32Array(shared(this.count));
    for (let at = 0; at < this.count; at++) items[next[this.places[at]!]!++] = this.items[at]!;
    const filter = new Uint32Array(shared(2 ** (BITS - 5)));
    for (let at = 0; at < this.count; at++) {
      const bit = table.keys[this.places[at]!]! >>> (32 - BITS);
      filter[bit >>> 5]! |= 1 << (bit & 31);
    }
    table.filter = filter;
    table.starts = starts;
    table.items = items;
  }
}
