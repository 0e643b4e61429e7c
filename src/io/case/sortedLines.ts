/**
 * Lines that are put in order, however many: what fits into memory is sorted and written, and the sorted pieces are
 * merged at the end (external merge sort; Knuth, The Art of Computer Programming 3, 5.4).
 */
import { closeSync, openSync, rmSync } from 'node:fs';
import type { Columns } from '../../core/match/orderColumns.js';
import { OrderTable } from '../../core/match/orderTable.js';
import { PageWriter } from '../pageWriter.js';
import { pieceHead, SortedPiece } from './sortedPiece.js';

/** Bytes of lines that are sorted at once. */
const PIECE = 16 << 20;

/** What the file system throws is thrown. */
export class SortedLines<K> {
  /** Of all lines with their ends. */
  bytes = 0;
  /** What orders the lines that no piece has yet, the lines, and where each of them ends. */
  readonly #order: OrderTable<K>;
  #lines = Buffer.alloc(0);
  readonly #ends: number[] = [];
  #pieces: { readonly fd: number; readonly out: PageWriter; readonly ends: number[] } | undefined;

  /**
   * @param file of the sorted pieces, made with the first of them; its folder must be there by then
   * @param columnsOf what orders a line, of its key
   * @param piece bytes of lines that are sorted at once
   */
  constructor(
    readonly file: string,
    columnsOf: (key: K) => Columns,
    private readonly piece = PIECE,
  ) {
    this.#order = new OrderTable(columnsOf);
  }

  /** Adds a line (without its end). */
  add(key: K, line: string): void {
    const bytes = Buffer.byteLength(line) + 1;
    this.bytes += bytes;
    if (this.#used > 0 && this.#used + bytes > this.piece) this.#writePiece();
    const end = this.#used + bytes;
    // All of it at once: what is never written to takes no memory, and a copy would take as much again.
    if (end > this.#lines.length) this.#lines = Buffer.allocUnsafeSlow(Math.max(end, this.piece));
    this.#lines.write(line + '\n', this.#used);
    this.#ends.push(end);
    this.#order.add(key);
  }

  /** Writes the lines in their order to `target`, then removes the pieces. `breathe` is told the bytes of each line and may throw. */
  async writeSorted(target: string, breathe: (bytes: number) => Promise<void>): Promise<void> {
    const fd = openSync(target, 'w');
    try {
      const out = new PageWriter(fd);
      for (const line of this.#pieces ? this.#merged() : this.#sorted()) {
        out.add(line);
        await breathe(line.length);
      }
      out.flush();
    } finally {
      closeSync(fd);
    }
    this.close();
  }

  /** Removes the pieces. */
  close(): void {
    if (!this.#pieces) return;
    closeSync(this.#pieces.fd);
    this.#pieces = undefined;
    rmSync(this.file, { force: true });
  }

  get #used(): number {
    return this.#ends.at(-1) ?? 0;
  }

  /** The lines that no piece has yet. */
  *#sorted(): Generator<Buffer> {
    for (const row of this.#order.sorted()) yield this.#line(row);
  }

  #line(row: number): Buffer {
    return this.#lines.subarray(this.#ends[row - 1] ?? 0, this.#ends[row]);
  }

  #writePiece(): void {
    if (!this.#pieces) {
      const fd = openSync(this.file, 'w+');
      this.#pieces = { fd, out: new PageWriter(fd), ends: [] };
    }
    const { out, ends } = this.#pieces;
    for (const row of this.#order.sorted()) {
      const line = this.#line(row);
      out.add(pieceHead(this.#order.numbers(row), line.length));
      out.add(line);
    }
    out.flush();
    ends.push(out.bytes);
    this.#ends.length = 0;
    this.#order.clear();
  }

  *#merged(): Generator<Buffer> {
    this.#writePiece();
    this.#lines = Buffer.alloc(0);
    const { fd, ends } = this.#pieces!;
    /** Those with the last line in the order first; equal lines leave in the order they came. */
    const waiting: SortedPiece[] = [];
    const enter = (piece: SortedPiece): void => {
      let [from, to] = [0, waiting.length];
      while (from < to) {
        const middle = (from + to) >> 1;
        const other = waiting[middle]!;
        const order = this.#order.compareNumbers(piece.numbers, other.numbers) || piece.number - other.number;
        if (order < 0) from = middle + 1;
        else to = middle;
      }
      waiting.splice(from, 0, piece);
    };
    for (const [number, end] of ends.entries()) {
      const piece = new SortedPiece(fd, number, ends[number - 1] ?? 0, end);
      if (piece.next()) enter(piece);
    }
    for (let piece = waiting.pop(); piece; piece = waiting.pop()) {
      yield piece.line;
      if (piece.next()) enter(piece);
    }
  }
}
