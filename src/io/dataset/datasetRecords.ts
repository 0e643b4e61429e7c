/** The responses of one file by their addresses, read again one at a time, or many in the order of the file. */
import { open, type FileHandle } from 'node:fs/promises';
import { textAt, type RecordReader } from '../../core/shape/reader.js';
import type { Response, ResponseAddress, ShapeOverride } from '../../shared/dataset.js';
import { Failure } from '../../shared/failure.js';
import { stampOf } from '../fileStamp.js';
import { readBlocks } from '../readBlocks.js';
import { LIMITS } from './limits.js';
import { findShape } from './openDataset.js';
import { ParquetFile } from './parquetFile.js';
import { probe, type Layout } from './probe.js';
import { readAt, readValue, type ReadRecord, type RecordPlace } from './readRecord.js';
import { UnpackedCopy } from './unpackedCopy.js';

interface Known {
  readonly layout: Layout;
  /** One for all records, since finding the shape costs more than reading a record. */
  readonly reader: RecordReader;
  /** Of a compressed file: unpacked when the first record is asked for. */
  unpacked?: Promise<UnpackedCopy>;
}

type Address = Omit<ResponseAddress, 'path'>;
/** Text and prompt of a response; undefined where the file no longer has it. */
type Found = Pick<Response, 'text' | 'prompt'> | undefined;

export class DatasetRecords {
  #known: Promise<Known> | undefined;
  /** Size and time of change of the file for which that is known. */
  #stamp = '';

  constructor(
    private readonly path: string,
    private readonly shape?: ShapeOverride,
  ) {}

  /**
   * Text and prompt of the response at an address as the file is now; undefined if the file or the record is
   * gone, or has no text there. The prompt is "" where it stands in other records (message trees).
   */
  async response(address: Address): Promise<Found> {
    try {
      const known = await this.#look();
      return responseIn(known, (await this.#record(known, address)).value, address);
    } catch (error) {
      throwUnlessGone(error);
      return undefined;
    }
  }

  /**
   * The same for many items that stand at addresses, in the order of the file and in batches: what lies close together
   * is read at once.
   */
  async *responses<T extends { readonly at: Address }>(
    items: readonly T[],
  ): AsyncGenerator<(readonly [T, Found])[]> {
    let known: Known;
    try {
      known = await this.#look();
    } catch (error) {
      throwUnlessGone(error);
      yield items.map((item) => [item, undefined]);
      return;
    }
    if (known.layout.format === 'parquet') {
      yield* rowsOf(known, items);
      return;
    }
    const placed = items.filter(({ at }) => hasBytes(known.layout, at));
    const others = items.filter(({ at }) => !hasBytes(known.layout, at));
    if (placed.length > 0) yield* this.#inBlocks(known, placed);
    for (const item of others) yield [[item, await this.response(item.at)]];
  }

  /** Forgets what is known of the file. */
  async close(): Promise<void> {
    const known = this.#known;
    this.#known = undefined;
    await release(known);
  }

  /** A compressed file is unpacked once, since a list asks for many of its records. */
  async #record(known: Known, address: RecordPlace): Promise<ReadRecord> {
    const { layout } = known;
    const { record, byteOffset, byteLength } = address;
    if (layout.compression === 'none' || byteOffset === undefined || byteLength === undefined)
      return readAt(layout, address);
    const copy = await unpacked(known);
    return readValue(layout, record, await copy.read(byteOffset, Math.min(byteLength, LIMITS.recordBytes)));
  }

  async *#inBlocks<T extends { readonly at: Address }>(
    known: Known,
    items: readonly T[],
  ): AsyncGenerator<(readonly [T, Found])[]> {
    const { layout } = known;
    const file = layout.compression === 'none' ? await open(layout.path, 'r') : undefined;
    const copy = file ? undefined : await unpacked(known);
    try {
      const read = (offset: number, length: number) =>
        file ? readSome(file, offset, length) : copy!.read(offset, length);
      const rangeOf = ({ at }: T) => ({ offset: at.byteOffset!, length: at.byteLength! });
      for await (const batch of readBlocks(items, rangeOf, read))
        yield batch.map(([item, bytes]) => [item, foundIn(known, bytes, item.at)]);
    } finally {
      await file?.close();
    }
  }

  async #look(): Promise<Known> {
    const stamp = await stampOf(this.path);
    if (!this.#known || this.#stamp !== stamp) {
      const before = this.#known;
      this.#stamp = stamp;
      this.#known = this.#find();
      await release(before);
    }
    return this.#known;
  }

  async #find(): Promise<Known> {
    const layout = await probe(this.path, LIMITS);
    const makeReader = await findShape(layout, LIMITS, { shape: this.shape });
    return { layout, reader: makeReader() };
  }
}

/** Gives back the unpacked copy, if there is one. */
async function release(known: Promise<Known> | undefined): Promise<void> {
  const copy = await known?.then(({ unpacked }) => unpacked).catch(() => undefined);
  await copy?.close();
}

async function unpacked(known: Known): Promise<UnpackedCopy> {
  return (known.unpacked ??= UnpackedCopy.of(known.layout));
}

function hasBytes({ bytes, compression }: Layout, { byteOffset, byteLength }: Address): boolean {
  return (
    byteOffset !== undefined &&
    byteLength !== undefined &&
    byteLength <= LIMITS.recordBytes &&
    (compression !== 'none' || byteOffset + byteLength <= bytes)
  );
}

async function readSome(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  return bytes.subarray(0, bytesRead);
}

function foundIn(known: Known, bytes: Buffer, address: Address): Found {
  try {
    return responseIn(known, readValue(known.layout, address.record, bytes).value, address);
  } catch (error) {
    throwUnlessGone(error);
    return undefined;
  }
}

function responseIn({ reader }: Known, value: unknown, { pointer, range }: Address): Found {
  const text = textAt(value, pointer, range);
  if (text === undefined) return undefined;
  const found = reader
    .extract(value)
    .responses.find((response) => response.pointer === pointer && response.range?.[0] === range?.[0]);
  return { text: found?.text ?? text, prompt: found?.prompt ?? '' };
}

/** Rows of a Parquet file, each stretch of it decoded once. */
async function* rowsOf<T extends { readonly at: Address }>(
  known: Known,
  items: readonly T[],
): AsyncGenerator<(readonly [T, Found])[]> {
  const file = await ParquetFile.open(known.layout.path);
  try {
    const waiting = items.toSorted((a, b) => a.at.record - b.at.record);
    let next = 0;
    for (const [, end] of file.ranges()) {
      const from = next;
      while (next < waiting.length && waiting[next]!.at.record < end) next++;
      if (from === next) continue;
      const start = waiting[from]!.at.record;
      const rows = await file.read([start, waiting[next - 1]!.at.record + 1]);
      yield waiting
        .slice(from, next)
        .map((item) => [item, responseIn(known, rows[item.at.record - start], item.at)]);
    }
    if (next < waiting.length) yield waiting.slice(next).map((item) => [item, undefined]);
  } finally {
    await file.close();
  }
}

/** A file or record that is gone is no error; anything else is. */
function throwUnlessGone(error: unknown): void {
  if (!(error instanceof Failure && error.code === 'input')) throw error;
}
