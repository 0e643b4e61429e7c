/** CSV and TSV rows with their bytes and lines, by csv-parse. */
import { parse, type Parser } from 'csv-parse';
import { isUtf8 } from 'node:buffer';
import { LineCounter } from './carry.js';
import { csvOptions, decodeCell, type CsvLayout } from './csvLayout.js';
import type { Item, Scanner } from './item.js';
import { inWords, type Limits } from './limits.js';
import type { Notes } from './notes.js';

interface Row {
  readonly record: string[];
  readonly info: { readonly bytes: number };
}

export class CsvScanner implements Scanner {
  readonly #parser: Parser;
  readonly #lines = new LineCounter();
  #error: Error | undefined;
  #stop: (() => void) | undefined;
  /** Bytes from the beginning of the row on that is not complete yet. */
  #window: Buffer = Buffer.alloc(0);
  /** Where the window begins, in the uncompressed file. */
  #start: number;
  #skip: number;
  #record = 0;

  constructor(
    private readonly bom: number,
    private readonly layout: CsvLayout,
    private readonly limits: Limits,
    private readonly notes: Notes,
    /** The header, if there is one, lies before the first byte or was passed. */
    private headerSeen = layout.header === undefined,
  ) {
    this.#start = this.#skip = bom;
    this.#parser = parse({ ...csvOptions(layout), info: true, max_record_size: limits.recordBytes });
    this.#parser.on('error', (error) => {
      this.#error ??= error;
      this.#stop?.();
    });
  }

  async push(chunk: Buffer): Promise<Item[]> {
    if (this.#error) return [];
    // Copied, since the chunk may be reused: the parser keeps what it has not understood yet.
    const bytes = Buffer.from(chunk.subarray(Math.min(this.#skip, chunk.length)));
    this.#skip -= chunk.length - bytes.length;
    if (bytes.length === 0) return [];
    this.#window = this.#window.length === 0 ? bytes : Buffer.concat([this.#window, bytes]);
    const items = await this.#feed((done) => this.#parser.write(bytes, () => done()));
    if (this.#failed()) items.push(this.#broken());
    return items;
  }

  async end(cut?: string): Promise<Item[]> {
    let items: Item[] = [];
    if (!this.#error) {
      items = await this.#feed((done) => {
        this.#parser.once('end', done);
        this.#parser.end();
      });
      if (this.#failed() && cut === undefined) items.push(this.#broken());
    }
    // A row that the cut made is no row.
    if (cut !== undefined) {
      if (this.#window.length === 0 && items.length > 0 && !this.#endedProperly) items.pop();
      items.push({ line: this.#lines.line, reason: cut });
    }
    return items;
  }

  #endedProperly = false;

  /** Takes the rows that `step` brings out of the parser. */
  async #feed(step: (done: () => void) => void): Promise<Item[]> {
    const items: Item[] = [];
    const drain = (): void => {
      for (
        let row = this.#parser.read() as Row | null;
        row !== null;
        row = this.#parser.read() as Row | null
      ) {
        const item = this.#item(row);
        if (item) items.push(item);
      }
    };
    await new Promise<void>((resolve) => {
      this.#stop = resolve;
      this.#parser.on('readable', drain);
      step(resolve);
      drain();
    });
    this.#parser.off('readable', drain);
    drain();
    return items;
  }

  #item({ record: cells, info }: Row): Item | undefined {
    const length = this.bom + info.bytes - this.#start;
    const whole = this.#window.subarray(0, length);
    const bytes = withoutLineEnd(whole);
    const place = { line: this.#lines.line, byteOffset: this.#start, byteLength: bytes.length };
    this.#endedProperly = bytes.length < whole.length;
    this.#lines.begin(whole);
    this.#lines.countTo(whole.length);
    this.#window = this.#window.subarray(length);
    this.#start += length;
    if (cells.length === 1 && bytes.length === 0) return undefined;
    if (!this.headerSeen) {
      this.headerSeen = true;
      return undefined;
    }
    const record = this.#record++;
    if (cells.length !== this.layout.columns) {
      const reason = `the row has ${cells.length} cells where the first row has ${this.layout.columns}`;
      return { record, line: place.line, reason };
    }
    if (!isUtf8(bytes)) this.notes.count('had bytes that are not UTF-8');
    return { record, ...place, value: rowValue(cells, this.layout) };
  }

  /** Asked anew after each step, which may have failed. */
  #failed(): boolean {
    return this.#error !== undefined;
  }

  #broken(): Item {
    const code = this.#error && 'code' in this.#error ? this.#error.code : undefined;
    const why =
      code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quote that opens in this row is never closed'
        : code === 'CSV_MAX_RECORD_SIZE'
          ? `the row has more than the ${inWords(this.limits.recordBytes)} that one record may have (is a quote left open?)`
          : `the row could not be read (${this.#error?.message ?? 'no reason'})`;
    this.#window = Buffer.alloc(0);
    return { record: this.#record, line: this.#lines.line, reason: `${why}: what follows was not read` };
  }
}

/** A row as an object by column names, without a prototype since names are data; a list without a header. */
export function rowValue(cells: readonly string[], layout: CsvLayout): unknown {
  const texts = cells.map(decodeCell);
  if (!layout.header) return texts;
  const value = Object.create(null) as Record<string, string>;
  for (const [i, name] of layout.header.entries()) value[name] = texts[i] ?? '';
  return value;
}

function withoutLineEnd(bytes: Buffer): Buffer {
  let end = bytes.length;
  if (end > 0 && bytes[end - 1] === 0x0a) end--;
  if (end > 0 && bytes[end - 1] === 0x0d) end--;
  return bytes.subarray(0, end);
}
