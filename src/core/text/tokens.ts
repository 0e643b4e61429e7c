/** The tokens of one text, as columns. */
export interface Tokens {
  readonly count: number;
  /** Vocabulary ids. */
  readonly ids: Int32Array;
  /** Places in the source, in UTF-16 code units. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Weight in half tokens: 2 a word, 1 a character of a script without spaces. */
  readonly halves: Uint8Array;
  /** `sums[i]` is the weight of the first i tokens, in half tokens. */
  readonly sums: Uint32Array;
  /** Weight of all tokens, in tokens. */
  readonly weight: number;
  /** True if some token weighs a half. */
  readonly mixed: boolean;
  /** Look-alike letters folded, and format characters stripped from inside words. */
  readonly folded: number;
  readonly stripped: number;
}

/** Where tokens are gathered while a text is read; reused from text to text. */
export class TokenList {
  count = 0;
  /** True while all are words of prose: none is a sign or weighs a half. */
  plain = true;
  /** As in {@link Tokens}, up to `count`. */
  ids = new Int32Array(1024);
  starts = new Uint32Array(1024);
  ends = new Uint32Array(1024);
  halves = new Uint8Array(1024);

  clear(): void {
    this.count = 0;
    this.plain = true;
  }

  push(id: number, start: number, end: number, halves: number): void {
    if (this.count === this.ids.length) this.grow();
    const at = this.count++;
    this.ids[at] = id;
    this.starts[at] = start;
    this.ends[at] = end;
    this.halves[at] = halves;
  }

  /** A copy of what was gathered, all in one piece of memory, since each piece costs more than what lies in it. */
  take(folded: number, stripped: number): Tokens {
    const { count } = this;
    const memory = new ArrayBuffer(17 * count + 4);
    const ids = new Int32Array(memory, 0, count);
    const starts = new Uint32Array(memory, 4 * count, count);
    const ends = new Uint32Array(memory, 8 * count, count);
    const sums = new Uint32Array(memory, 12 * count, count + 1);
    const halves = new Uint8Array(memory, 16 * count + 4, count);
    for (let i = 0; i < count; i++) {
      ids[i] = this.ids[i]!;
      starts[i] = this.starts[i]!;
      ends[i] = this.ends[i]!;
      halves[i] = this.halves[i]!;
      sums[i + 1] = sums[i]! + halves[i]!;
    }
    const weight = sums[count]! / 2;
    return { count, ids, starts, ends, halves, sums, weight, mixed: weight !== count, folded, stripped };
  }

  private grow(): void {
    const size = 2 * this.count;
    this.ids = widened(this.ids, new Int32Array(size));
    this.starts = widened(this.starts, new Uint32Array(size));
    this.ends = widened(this.ends, new Uint32Array(size));
    this.halves = widened(this.halves, new Uint8Array(size));
  }
}

function widened<T extends Int32Array | Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
