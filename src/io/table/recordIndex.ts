/**
 * Where records begin in a file: a sparse list of places, one every so many bytes, so that any record is found
 * by reading a bounded stretch. Its memory is bounded too: a full list lets every second place go.
 */

/** The first byte of a record. */
export interface Checkpoint {
  /** 0-based. */
  readonly record: number;
  /** 1-based. */
  readonly line: number;
  /** In the uncompressed file. */
  readonly byteOffset: number;
}

/** Bytes between two places, until there are too many of them. */
const DISTANCE = 64 * 1024;
const MOST = 65_536;

export class RecordIndex {
  readonly #records: number[] = [];
  readonly #lines: number[] = [];
  readonly #offsets: number[] = [];
  #next = -1;
  #count = 0;

  constructor(
    private distance = DISTANCE,
    private readonly most = MOST,
  ) {}

  /** Records met so far. */
  get count(): number {
    return this.#count;
  }

  /** Places kept. */
  get length(): number {
    return this.#records.length;
  }

  /** A record begins at `byteOffset`; records come in order. */
  meet(record: number, line: number, byteOffset: number): void {
    this.#count = record + 1;
    if (byteOffset < this.#next) return;
    this.#records.push(record);
    this.#lines.push(line);
    this.#offsets.push(byteOffset);
    if (this.#records.length > this.most) this.#thin();
    this.#next = this.#offsets.at(-1)! + this.distance;
  }

  /** A record was met whose place is not known. */
  pass(record: number): void {
    this.#count = Math.max(this.#count, record + 1);
  }

  /** The last place at or before `record`; undefined if there is none. */
  before(record: number): Checkpoint | undefined {
    return this.#at(lastAtMost(this.#records, record));
  }

  /** The first place at or behind `byteOffset`; undefined if there is none. */
  from(byteOffset: number): Checkpoint | undefined {
    return this.#at(lastAtMost(this.#offsets, byteOffset - 1) + 1);
  }

  #at(at: number): Checkpoint | undefined {
    const record = this.#records[at];
    if (record === undefined) return undefined;
    return { record, line: this.#lines[at]!, byteOffset: this.#offsets[at]! };
  }

  #thin(): void {
    this.distance *= 2;
    for (const list of [this.#records, this.#lines, this.#offsets]) {
      for (let at = 0; 2 * at < list.length; at++) list[at] = list[2 * at]!;
      list.length = Math.ceil(list.length / 2);
    }
  }
}

/** Index of the last value that is at most `value` in a rising list; -1 if there is none. */
function lastAtMost(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rising[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
