import type { Kernel } from '../kernel/kernel.js';
import type { Tokens } from './tokens.js';
import type { Vocabulary } from './vocabulary.js';

/** More tokens than were found are written to, up to so many. */
const SPARE = 4;

/** Where tokens are gathered while a text is read, in the kernel's memory; reused from text to text. */
export class TokenList {
  count = 0;
  /** True while none is a sign of code or a formula. */
  plain = true;
  /** As in {@link Tokens}, up to `count`. */
  ids!: Int32Array;
  starts!: Uint32Array;
  ends!: Uint32Array;
  halves!: Uint8Array;
  /** The kernel's `Tokens`. */
  private readonly columns: Uint32Array;

  /** @param room tokens that there is room for at first */
  constructor(
    readonly kernel: Kernel,
    private room: number,
  ) {
    this.columns = kernel.memory.words('tokens', 4);
    this.makeRoom(room);
  }

  /** Where the kernel has the columns. */
  get address(): number {
    return this.columns.byteOffset;
  }

  clear(): void {
    this.count = 0;
    this.plain = true;
  }

  push(id: number, start: number, end: number, halves: number): void {
    this.reserve(1);
    const at = this.count++;
    this.ids[at] = id;
    this.starts[at] = start;
    this.ends[at] = end;
    this.halves[at] = halves;
  }

  /** Puts the numbers of the tokens from `from` on in the place of their hashes. The first of `codes` stands at `base`. */
  number(from: number, codes: Uint16Array, base: number, vocabulary: Vocabulary): void {
    const { ids, starts, ends, count } = this;
    for (let at = from; at < count; at++)
      ids[at] = vocabulary.intern(codes, starts[at]! - base, ends[at]! - base, ids[at]!);
  }

  /** Sees to it that there is room for so many more. */
  reserve(more: number): void {
    if (this.count + more > this.room) this.makeRoom(2 * (this.count + more));
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

  private makeRoom(room: number): void {
    const { count, kernel } = this;
    const column = (name: string) => kernel.memory.grownWords(`token ${name}`, room + SPARE, count);
    const ids = column('ids');
    const halves = column('halves');
    this.ids = new Int32Array(ids.buffer, ids.byteOffset, room);
    this.starts = column('starts');
    this.ends = column('ends');
    this.halves = new Uint8Array(halves.buffer, halves.byteOffset, room);
    this.columns.set([ids, this.starts, this.ends, this.halves].map(({ byteOffset }) => byteOffset));
    this.room = room;
  }
}
