/** A text dataset (JSON Lines, JSON, CSV, text) as a table: pages by byte offset. */
import { cancelled } from '../../shared/failure.js';
import type { TableSize } from '../../shared/tableCalls.js';
import { isBroken, type Item, type Scanner } from '../dataset/item.js';
import { LIMITS, type Limits } from '../dataset/limits.js';
import { makeScanner } from '../dataset/makeScanner.js';
import { Notes } from '../dataset/notes.js';
import type { Layout } from '../dataset/probe.js';
import { ScannedBoundaries, type Boundaries } from './boundaries.js';
import { FileStamp } from '../fileStamp.js';
import { LineBoundaries } from './lineBoundaries.js';
import { RecordIndex, type Checkpoint } from './recordIndex.js';
import type { Stretch, Table } from './table.js';
import { openBytes, type TableBytes } from './tableBytes.js';
import { Waiters } from './waiters.js';

export class TextTable implements Table {
  readonly #notes = new Notes();
  readonly #waiters = new Waiters();
  readonly #stop = new AbortController();
  /** Uncompressed bytes in which records were counted. */
  #unpacked = 0;
  #exact = false;
  #failed: Error | undefined;
  readonly #counting: Promise<void>;

  private constructor(
    readonly layout: Layout,
    private readonly bytes: TableBytes,
    private readonly stamp: FileStamp,
    private readonly index: RecordIndex,
    private readonly limits: Limits,
  ) {
    this.#counting = this.#count();
  }

  /** Opens a probed file and begins to count its records; throws Failure('input') if it cannot be read. */
  static async open(layout: Layout, index = new RecordIndex(), limits = LIMITS): Promise<TextTable> {
    const stamp = await FileStamp.of(layout.path);
    return new TextTable(layout, await openBytes(layout, limits), stamp, index, limits);
  }

  get size(): TableSize {
    const bytes = Math.max(1, this.layout.bytes);
    const bytesDone = this.#exact ? bytes : Math.min(this.bytes.bytesDone, bytes);
    return { records: this.index.count, exact: this.#exact, bytesDone, bytes };
  }

  get notes(): readonly string[] {
    return [...this.layout.notes, ...this.#notes.words()];
  }

  async counted(known: TableSize): Promise<TableSize> {
    await this.#until(() => this.size.bytesDone > known.bytesDone);
    return this.size;
  }

  async items(first: number, count: number): Promise<Item[]> {
    // One more than asked for, so that the last one is whole also where the bytes are still being unpacked.
    await this.#until(() => this.index.count > first + count);
    const place = this.index.before(first);
    const found: Item[] = [];
    if (!place || count <= 0) return found;
    for await (const items of this.#from(place)) {
      for (const item of items) {
        if (item.record === undefined || item.record < first) continue;
        if (item.record < first + count) found.push(item);
        if (item.record >= first + count - 1) return found;
      }
    }
    return found;
  }

  async *walk(first: number, end: number, skip: (bytes: Buffer) => boolean): AsyncGenerator<Stretch> {
    await this.#until(() => this.index.count > first);
    for (let place = this.index.before(first); place && place.record < end;) {
      const start: Checkpoint = place;
      const wanted = start.byteOffset + this.limits.chunkBytes;
      await this.#until(() => this.index.from(wanted) !== undefined);
      const next = this.index.from(wanted);
      const { items, bytes } = await this.#stretch(start, next, skip);
      const kept = items.filter(({ record = -1 }) => record >= first && record < end);
      yield { items: kept, bytes: this.#onDisk(bytes) };
      place = next;
    }
  }

  changed(): Promise<boolean> {
    return this.stamp.changed();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    this.#waiters.wake();
    await this.#counting;
    await this.bytes.close();
  }

  async #count(): Promise<void> {
    const boundaries = this.#boundaries();
    try {
      for await (const chunk of this.bytes.chunks(this.#stop.signal)) {
        await boundaries.push(chunk);
        this.#unpacked += chunk.length;
        this.#waiters.wake();
      }
      await boundaries.end();
      if (this.bytes.cut !== undefined) this.#notes.say(this.bytes.cut);
    } catch (error) {
      this.#failed = error instanceof Error ? error : new Error(String(error));
    }
    this.#exact = this.#failed === undefined;
    this.#waiters.wake();
  }

  #boundaries(): Boundaries {
    const { layout, limits, index } = this;
    if (layout.format === 'jsonl') return new LineBoundaries(layout.bom, limits.recordBytes, index);
    const scanner = makeScanner(layout, limits, new Notes());
    return new ScannedBoundaries(scanner, index, (reason) => this.#notes.say(reason));
  }

  /** Resolves when `reached` or the count is done; throws why it could not be done. */
  async #until(reached: () => boolean): Promise<void> {
    while (!reached() && !this.#exact) {
      if (this.#stop.signal.aborted) break;
      if (this.#failed) throw this.#failed;
      await this.#waiters.next();
    }
    if (this.#stop.signal.aborted) throw cancelled();
  }

  /** All items from a place on, as their bytes are read. */
  async *#from(place: Checkpoint): AsyncGenerator<Item[]> {
    const scanner = this.#scanner();
    // A page is small: a quarter of what is read to count.
    const step = Math.ceil(this.limits.chunkBytes / 4);
    for (let at = place.byteOffset; ;) {
      const bytes = await this.bytes.read(at, step);
      if (bytes.length === 0) break;
      yield moved(await scanner.push(bytes), place);
      at += bytes.length;
    }
    yield moved(await scanner.end(), place);
  }

  /** The items between two places, or from one to the end. */
  async #stretch(
    place: Checkpoint,
    next: Checkpoint | undefined,
    skip: (bytes: Buffer) => boolean,
  ): Promise<{ items: Item[]; bytes: number }> {
    if (!next) {
      const items: Item[] = [];
      for await (const some of this.#from(place)) for (const item of some) items.push(item);
      return { items, bytes: this.#unpacked - place.byteOffset };
    }
    const bytes = await this.bytes.read(place.byteOffset, next.byteOffset - place.byteOffset);
    if (skip(bytes)) return { items: [], bytes: bytes.length };
    const scanner = this.#scanner();
    const items = [...(await scanner.push(bytes)), ...(await scanner.end())];
    // To a scanner the file ends here; what it says of that is about the next record.
    const whole = moved(items, place).filter(({ record = -1 }) => record < next.record);
    return { items: whole, bytes: bytes.length };
  }

  #scanner(): Scanner {
    return makeScanner(this.layout, this.limits, new Notes(), true);
  }

  /** A number of uncompressed bytes as so many on disk. */
  #onDisk(bytes: number): number {
    return (bytes / Math.max(1, this.#unpacked)) * this.size.bytesDone;
  }
}

/** The items of a scanner that began at `place`, as they stand in the file. */
function moved(items: Iterable<Item>, place: Checkpoint): Item[] {
  const found: Item[] = [];
  for (const item of items) {
    const record = item.record === undefined ? {} : { record: item.record + place.record };
    const line = item.line === undefined ? {} : { line: item.line + place.line - 1 };
    if (isBroken(item)) found.push({ ...item, ...record, ...line });
    else {
      const byteOffset = (item.byteOffset ?? 0) + place.byteOffset;
      found.push({ ...item, record: item.record + place.record, ...line, byteOffset });
    }
  }
  return found;
}
