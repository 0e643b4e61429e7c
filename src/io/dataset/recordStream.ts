/** All records of a file, in batches, in order, whatever its format. */
import { throwIfCancelled } from '../../shared/failure.js';
import { ByteStream } from './byteStream.js';
import type { Item } from './item.js';
import { isBroken } from './item.js';
import { BATCH_RECORDS, type Limits } from './limits.js';
import { makeScanner } from './makeScanner.js';
import { Notes } from './notes.js';
import { ParquetFile } from './parquetFile.js';
import type { Layout } from './probe.js';

export interface ItemBatch {
  readonly items: readonly Item[];
  /** Bytes on disk up to the batch's end: for progress, and exact at the file's end only. */
  readonly bytesDone: number;
}

export class RecordStream {
  readonly #notes = new Notes();
  #sha256: string | undefined;

  constructor(
    private readonly layout: Layout,
    private readonly limits: Limits,
    private readonly signal?: AbortSignal,
  ) {}

  /** Of the bytes on disk; after the end, undefined before. */
  get sha256(): string | undefined {
    return this.#sha256;
  }

  get notes(): readonly string[] {
    return [...this.layout.notes, ...this.#notes.words()];
  }

  /** Throws Failure: 'input' if the file cannot be read on, 'cancelled'. Ending it early closes the file. */
  batches(): AsyncGenerator<ItemBatch> {
    return this.layout.format === 'parquet' ? this.#rows() : this.#texts();
  }

  async *#texts(): AsyncGenerator<ItemBatch> {
    const bytes = new ByteStream(this.layout.path, this.layout.compression, this.limits, this.signal);
    const scanner = makeScanner(this.layout, this.limits, this.#notes);
    let base = 0;
    let before = 0;
    for await (const chunk of bytes.chunks()) {
      const items = await scanner.push(chunk);
      const end = base + chunk.length;
      for (const batch of inBatches(items)) {
        throwIfCancelled(this.signal);
        const share = Math.min(1, Math.max(0, (endOf(batch.at(-1)!) ?? end) - base) / chunk.length);
        yield { items: batch, bytesDone: Math.round(before + (bytes.bytesDone - before) * share) };
      }
      base = end;
      before = bytes.bytesDone;
    }
    this.#sha256 = bytes.sha256;
    if (bytes.cut !== undefined)
      this.#notes.say('the file is cut off or damaged: only its beginning was read');
    for (const items of inBatches(await scanner.end(bytes.cut))) yield { items, bytesDone: bytes.bytesDone };
  }

  async *#rows(): AsyncGenerator<ItemBatch> {
    const file = await ParquetFile.open(this.layout.path);
    try {
      const { bytes } = this.layout;
      for (const [start, end] of file.ranges()) {
        throwIfCancelled(this.signal);
        const items = (await file.read([start, end])).map((value, i) => ({ record: start + i, value }));
        let done = start;
        for (const batch of inBatches(items)) {
          done += batch.length;
          yield { items: batch, bytesDone: Math.round((bytes * done) / Math.max(1, file.rows)) };
        }
      }
    } finally {
      await file.close();
    }
    // Parquet is read by its footer, so its bytes are hashed on their own.
    const bytes = new ByteStream(this.layout.path, 'none', this.limits, this.signal);
    for await (const chunk of bytes.chunks()) throwIfCancelled(chunk.length > 0 ? this.signal : undefined);
    this.#sha256 = bytes.sha256;
  }
}

function* inBatches(items: Iterable<Item>): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < BATCH_RECORDS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function endOf(item: Item): number | undefined {
  if (isBroken(item) || item.byteOffset === undefined || item.byteLength === undefined) return undefined;
  return item.byteOffset + item.byteLength;
}
