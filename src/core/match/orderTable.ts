/** What orders matches, as rows of numbers: many wait for each other, and as objects they would weigh more than all else. */
import type { Columns } from './orderColumns.js';

export class OrderTable<K> {
  /** Rows in use and before the first that never was. */
  private count = 0;
  private readonly free: number[] = [];
  private width = 0;
  private rows = new Float64Array(0);
  /** Per column whether it holds strings, by their number. */
  private isText: readonly boolean[] = [];
  private readonly known = new Map<string, number>();
  private readonly strings: string[] = [];

  /** @param columnsOf what orders a match: as many columns for each, strings in the same ones; few different strings */
  constructor(private readonly columnsOf: (match: K) => Columns) {}

  /** Adds what orders a match; returns its row: the next one, or one that was removed. */
  add(match: K): number {
    const columns = this.columnsOf(match);
    if (this.width === 0) {
      this.width = columns.length;
      this.isText = columns.map((value) => typeof value === 'string');
    }
    const row = this.free.pop() ?? this.count++;
    if (this.width * this.count > this.rows.length) {
      const wider = new Float64Array(2 * this.width * (this.count + 127));
      wider.set(this.rows);
      this.rows = wider;
    }
    for (const [column, value] of columns.entries())
      this.rows[this.width * row + column] = typeof value === 'string' ? this.numberOf(value) : value;
    return row;
  }

  /** Forgets a row, which another match may take. */
  remove(row: number): void {
    this.free.push(row);
  }

  /** Forgets all rows; {@link numbers} of them can still be compared. */
  clear(): void {
    this.count = 0;
    this.free.length = 0;
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

  /** All rows in their order; none must have been removed. */
  sorted(): Uint32Array {
    return Uint32Array.from({ length: this.count }, (_, row) => row).sort((a, b) => this.compare(a, b));
  }

  private numberOf(text: string): number {
    let number = this.known.get(text);
    if (number === undefined) this.known.set(text, (number = this.strings.push(text) - 1));
    return number;
  }
}
