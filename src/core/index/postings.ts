/** Exact inverted index from 53-bit keys to ids, as sorted columns. */

const DIGIT = 2048;

/** Postings sorted by key, and per key by id. */
export interface SortedPostings {
  readonly keys: Float64Array;
  readonly ids: Uint32Array;
}

/** Pairs of key and id, gathered in the order of ids. */
export class PostingList {
  private keys = new Float64Array(1024);
  private ids = new Uint32Array(1024);
  private count = 0;

  add(keys: Float64Array, id: number): void {
    const needed = this.count + keys.length;
    if (needed > this.keys.length) this.grow(Math.max(needed, 2 * this.keys.length));
    this.keys.set(keys, this.count);
    this.ids.fill(id, this.count, needed);
    this.count = needed;
  }

  /** Sorts what was gathered, which empties the list. */
  sort(): SortedPostings {
    let from = { keys: this.keys.subarray(0, this.count), ids: this.ids.subarray(0, this.count) };
    let to = { keys: new Float64Array(this.count), ids: new Uint32Array(this.count) };
    // Two stable passes of 11 bits put keys in order of their upper 22 bits; few are left to sort by their lower ones.
    for (const unit of [2 ** 31, 2 ** 42]) {
      scatter(from, to, unit);
      [from, to] = [to, from];
    }
    sortWithin(from.keys, from.ids);
    this.keys = new Float64Array(1024);
    this.ids = new Uint32Array(1024);
    this.count = 0;
    return from;
  }

  private grow(size: number): void {
    const keys = new Float64Array(size);
    keys.set(this.keys.subarray(0, this.count));
    const ids = new Uint32Array(size);
    ids.set(this.ids.subarray(0, this.count));
    this.keys = keys;
    this.ids = ids;
  }
}

function scatter(from: SortedPostings, to: SortedPostings, unit: number): void {
  const places = new Uint32Array(DIGIT + 1);
  const { length } = from.keys;
  for (let at = 0; at < length; at++) places[(Math.floor(from.keys[at]! / unit) & (DIGIT - 1)) + 1]!++;
  for (let digit = 0; digit < DIGIT; digit++) places[digit + 1]! += places[digit]!;
  for (let at = 0; at < length; at++) {
    const key = from.keys[at]!;
    const place = places[Math.floor(key / unit) & (DIGIT - 1)]!++;
    to.keys[place] = key;
    to.ids[place] = from.ids[at]!;
  }
}

const UPPER = 2 ** 31;

/** Sorts each run of keys with equal upper bits, keeping equal keys in their order. */
function sortWithin(keys: Float64Array, ids: Uint32Array): void {
  for (let start = 0; start < keys.length;) {
    const upper = Math.floor(keys[start]! / UPPER);
    let end = start + 1;
    let same = true;
    while (end < keys.length && Math.floor(keys[end]! / UPPER) === upper) {
      if (keys[end] !== keys[start]) same = false;
      end++;
    }
    if (!same) sortRange(keys, ids, start, end);
    start = end;
  }
}

function sortRange(keys: Float64Array, ids: Uint32Array, start: number, end: number): void {
  const order = Array.from({ length: end - start }, (_, i) => i);
  const someKeys = keys.slice(start, end);
  const someIds = ids.slice(start, end);
  order.sort((a, b) => someKeys[a]! - someKeys[b]! || a - b);
  order.forEach((from, to) => {
    keys[start + to] = someKeys[from]!;
    ids[start + to] = someIds[from]!;
  });
}
