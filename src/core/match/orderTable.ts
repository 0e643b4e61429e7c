/** What orders matches, as rows of numbers: many wait for each other, and as objects they would weigh more than all else. */
import type { Columns } from './orderColumns.js';

export class OrderTable<K> {
  private count = 0;
  private rows = new Float64Array(0);
  /** Per column whether it holds strings, by their number. */
  private isText: readonly boolean[] = [];
  private readonly known = new Map<string, number>();
  private readonly strings: string[] = [];

  /** @param columnsOf what orders a match: as many columns for each, strings in the same ones; few different strings */
  constructor(private readonly columnsOf: (match: K) => Columns) {}

  /** Numbers of a row; known from the first match on. */
  get width(): number {
    return this.isText.length;
  }

  /** Adds what orders a match; returns its row, the next one. */
  add(match: K): number {
    const columns = this.columnsOf(match);
    if (this.width === 0) this.isText = columns.map((value) => typeof value === 'string');
    return this.put(columns.map((value) => (typeof value === 'string' ? this.numberOf(value) : value)));
  }

  /** Adds a row of the {@link numbers} of another, which may be gone. */
  put(numbers: ArrayLike<number>): number {
    const { width } = this;
    const row = this.count++;
    if (width * this.count > this.rows.length) {
      const wider = new Float64Array(2 * width * (this.count + 127));
      wider.set(this.rows);
      this.rows = wider;
    }
    this.rows.set(numbers, width * row);
    return row;
  }

  /** Forgets all rows; {@link numbers} of them can still be compared. */
  clear(): void {
    this.count = 0;
  }

  /** What orders the row, good until another is added. */
  numbers(row: number): Float64Array {
    return this.rows.subarray(this.width * row, this.width * (row + 1));
  }

  /** Less than 0 if row `a` goes before row `b`, 0 if they are equal. */
  compare(a: number, b: number): number {
    return this.compareAt(this.rows, this.width * a, this.rows, this.width * b);
  }

  /** As {@link compare}, of the {@link numbers} of rows. */
  compareNumbers(a: Float64Array, b: Float64Array): number {
    return this.compareAt(a, 0, b, 0);
  }

  private compareAt(a: Float64Array, fromA: number, b: Float64Array, fromB: number): number {
    const { width, isText, strings } = this;
    for (let column = 0; column < width; column++) {
      const one = a[fromA + column]!;
      const other = b[fromB + column]!;
      if (one === other) continue;
      if (!isText[column]) return one - other;
      return strings[one]! < strings[other]! ? -1 : 1;
    }
    return 0;
  }

  /** All rows in their order. */
  sorted(): Uint32Array {
    return Uint32Array.from({ length: this.count }, (_, row) => row).sort((a, b) => this.compare(a, b));
  }

  private numberOf(text: string): number {
    let number = this.known.get(text);
    if (number === undefined) this.known.set(text, (number = this.strings.push(text) - 1));
    return number;
  }
}
