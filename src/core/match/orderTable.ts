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
  private readonly numbers = new Map<string, number>();
  private readonly strings: string[] = [];

  /** @param columnsOf what orders a match: as many columns for each, strings in the same ones; few different strings */
  constructor(private readonly columnsOf: (match: K) => Columns) {}

  /** Adds what orders a match; returns its row: the next one, or one that was removed. */
  add(match: K): number {
    const columns = this.columnsOf(match);
    if (this.count === 0) {
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

  /** Less than 0 if row `a` goes before row `b`, 0 if they are equal. */
  compare(a: number, b: number): number {
    const { rows, width, isText, strings } = this;
    for (let column = 0; column < width; column++) {
      const one = rows[width * a + column]!;
      const other = rows[width * b + column]!;
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
    let number = this.numbers.get(text);
    if (number === undefined) this.numbers.set(text, (number = this.strings.push(text) - 1));
    return number;
  }
}
