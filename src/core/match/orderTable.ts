/** What orders matches, as rows of numbers: many are kept until all are there, and as objects they would weigh more than all else. */
import { scoreColumns, type OrderKey, type Place } from './order.js';

/** Numbers of a row. */
const WIDTH = 21;
/** Columns of a row that hold strings by number. */
const STRINGS = [5, 11, 13, 16] as const;
/** Hexadecimal digits that a double holds exactly. */
const DIGITS = 13;

export class OrderTable {
  private rows = new Float64Array(WIDTH * 256);
  private count = 0;
  /** Paths and pointers. */
  private readonly strings = new Map<string, number>();

  /** Adds what orders the next match. Its hashes must be in hexadecimal digits. */
  add(match: OrderKey): void {
    const { pair, suspect, original } = match;
    if (WIDTH * (this.count + 1) > this.rows.length) {
      const wider = new Float64Array(2 * this.rows.length);
      wider.set(this.rows);
      this.rows = wider;
    }
    const hash = (from: number): number => parseInt(original.sha256.slice(from, from + DIGITS), 16);
    this.rows.set(
      [
        ...scoreColumns(match),
        suspect.record,
        this.numberOf(suspect.pointer),
        hash(0),
        hash(DIGITS),
        hash(2 * DIGITS),
        hash(3 * DIGITS),
        hash(4 * DIGITS),
        ...this.place(original),
        ...this.place(suspect).toSpliced(1, 2),
        parseInt(pair.slice(0, 8), 16),
        parseInt(pair.slice(8), 16),
      ],
      WIDTH * this.count++,
    );
  }

  /** The numbers of the matches, as they were added from 0, in the order of `compareMatches`. */
  sorted(): Uint32Array {
    const { rows, count } = this;
    this.rank();
    return Uint32Array.from({ length: count }, (_, row) => row).sort((a, b) => {
      for (let column = 0; column < WIDTH; column++) {
        const difference = rows[WIDTH * a + column]! - rows[WIDTH * b + column]!;
        if (difference !== 0) return difference;
      }
      return 0;
    });
  }

  /** Puts in place of each string's number its rank among all strings. */
  private rank(): void {
    const ranks = new Float64Array(this.strings.size);
    const known = [...this.strings].sort(([a], [b]) => (a < b ? -1 : 1));
    known.forEach(([text, number], rank) => {
      ranks[number] = rank;
      this.strings.set(text, rank);
    });
    for (let row = 0; row < this.count; row++) {
      for (const column of STRINGS) {
        const at = WIDTH * row + column;
        this.rows[at] = ranks[this.rows[at]!]!;
      }
    }
  }

  private place({ path, record, pointer, range }: Place): number[] {
    return [this.numberOf(path), record, this.numberOf(pointer), range?.[0] ?? -1, range?.[1] ?? -1];
  }

  private numberOf(text: string): number {
    let number = this.strings.get(text);
    if (number === undefined) this.strings.set(text, (number = this.strings.size));
    return number;
  }
}
