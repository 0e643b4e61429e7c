/** The responses of one file by their addresses, read again one at a time. */
import { stat } from 'node:fs/promises';
import { textAt, type RecordReader } from '../../core/shape/reader.js';
import type { Response, ResponseAddress, ShapeOverride } from '../../shared/dataset.js';
import { Failure } from '../../shared/failure.js';
import { accessFailure } from './accessFailure.js';
import { LIMITS } from './limits.js';
import { findShape } from './openDataset.js';
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
  async response(
    address: Omit<ResponseAddress, 'path'>,
  ): Promise<Pick<Response, 'text' | 'prompt'> | undefined> {
    try {
      const known = await this.#look();
      const { value } = await this.#record(known, address);
      const text = textAt(value, address.pointer, address.range);
      if (text === undefined) return undefined;
      const found = known.reader
        .extract(value)
        .responses.find((r) => r.pointer === address.pointer && r.range?.[0] === address.range?.[0]);
      return { text: found?.text ?? text, prompt: found?.prompt ?? '' };
    } catch (error) {
      if (error instanceof Failure && error.code === 'input') return undefined;
      throw error;
    }
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
    known.unpacked ??= UnpackedCopy.of(layout);
    return readValue(
      layout,
      record,
      await (await known.unpacked).read(byteOffset, Math.min(byteLength, LIMITS.recordBytes)),
    );
  }

  async #look(): Promise<Known> {
    const { size, mtimeMs } = await stat(this.path).catch((error: unknown) => {
      throw accessFailure(this.path, error);
    });
    const stamp = `${size} ${mtimeMs}`;
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
