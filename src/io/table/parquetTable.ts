/** A Parquet file as a table: pages by row group. */
import { cancelled } from '../../shared/failure.js';
import type { TableSize } from '../../shared/tableCalls.js';
import type { Item } from '../dataset/item.js';
import { ParquetFile, type RowRange } from '../dataset/parquetFile.js';
import type { Layout } from '../dataset/probe.js';
import { FileStamp } from '../fileStamp.js';
import type { Stretch, Table } from './table.js';

/** Decoded ranges that are kept, each of a bounded size: those on both sides of a border. */
const KEPT = 2;

export class ParquetTable implements Table {
  readonly #ranges: readonly RowRange[];
  readonly #decoded = new Map<RowRange, Promise<unknown[]>>();
  #closed = false;

  private constructor(
    readonly layout: Layout,
    private readonly file: ParquetFile,
    private readonly stamp: FileStamp,
  ) {
    this.#ranges = file.ranges();
  }

  /** Throws Failure('input') if the file cannot be read. */
  static async open(layout: Layout): Promise<ParquetTable> {
    const stamp = await FileStamp.of(layout.path);
    return new ParquetTable(layout, await ParquetFile.open(layout.path), stamp);
  }

  get size(): TableSize {
    const { bytes } = this.layout;
    return { records: this.file.rows, exact: true, bytesDone: bytes, bytes };
  }

  get notes(): readonly string[] {
    return this.layout.notes;
  }

  counted(): Promise<TableSize> {
    return Promise.resolve(this.size);
  }

  async items(first: number, count: number): Promise<Item[]> {
    const end = first + count;
    const found: Item[] = [];
    for (const range of this.#ranges) {
      if (range[1] <= first || range[0] >= end) continue;
      found.push(...(await this.#items(range, first, end)));
    }
    return found;
  }

  async *walk(first: number, end: number): AsyncGenerator<Stretch> {
    const { bytes } = this.layout;
    for (const range of this.#ranges) {
      if (range[1] <= first || range[0] >= end) continue;
      const items = await this.#items(range, first, end);
      yield { items, bytes: (bytes * items.length) / Math.max(1, this.file.rows) };
    }
  }

  changed(): Promise<boolean> {
    return this.stamp.changed();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#decoded.values());
    this.#decoded.clear();
    await this.file.close();
  }

  async #items(range: RowRange, first: number, end: number): Promise<Item[]> {
    const values = await this.#values(range);
    const from = Math.max(first, range[0]);
    const to = Math.min(end, range[1]);
    return values.slice(from - range[0], to - range[0]).map((value, i) => ({ record: from + i, value }));
  }

  /** Without an index of its pages a column is decoded from its beginning, so a range is decoded once. */
  #values(range: RowRange): Promise<unknown[]> {
    if (this.#closed) return Promise.reject(cancelled());
    let values = this.#decoded.get(range);
    this.#decoded.delete(range);
    values ??= this.file.read(range);
    this.#decoded.set(range, values);
    values.catch(() => this.#decoded.delete(range));
    for (const [old] of this.#decoded) {
      if (this.#decoded.size <= KEPT) break;
      this.#decoded.delete(old);
    }
    return values;
  }
}
