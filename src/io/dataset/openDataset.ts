/** A dataset file as a stream of responses. */
import type { RecordReader } from '../../core/shape/reader.js';
import { customShape, detectShape } from '../../core/shape/reader.js';
import type {
  Compression,
  DatasetSummary,
  Format,
  Response,
  Shape,
  ShapeOverride,
  Skipped,
} from '../../shared/dataset.js';
import { Failure } from '../../shared/failure.js';
import type { BrokenItem } from './item.js';
import { isBroken } from './item.js';
import { LIMITS, SAMPLE_BYTES, SAMPLE_RECORDS, SHORT_CHUNK, type Limits } from './limits.js';
import { probe, type Layout } from './probe.js';
import { RecordStream } from './recordStream.js';
import { respond } from './respond.js';

export interface RecordBatch {
  readonly responses: readonly Response[];
  readonly skipped: readonly Skipped[];
  /** Bytes on disk read so far, of `OpenDataset.bytes`. */
  readonly bytesDone: number;
}

export interface OpenDataset {
  /** Absolute. */
  readonly path: string;
  readonly format: Format;
  readonly compression: Compression;
  readonly bytes: number;
  readonly shape: Shape;
  /**
   * All responses, in the file's order, in batches of at most 512 records; memory does not grow with the file.
   * Each call reads the file anew. Throws Failure: 'input' if the file cannot be read on, 'cancelled'.
   */
  batches(): AsyncGenerator<RecordBatch>;
  /** After the end of `batches()`; throws an Error before. */
  summary(): DatasetSummary;
}

export interface OpenOptions {
  readonly shape?: ShapeOverride | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly limits?: Limits;
  /** Told of every record that was read, before its responses are handed on. */
  readonly observe?: (record: unknown) => void;
}

/**
 * Opens a dataset file and finds its format and its shape (from the first 200 records). Throws
 * Failure('input') if the file cannot be read, is empty, or holds no readable record or no text.
 */
export async function openDataset(path: string, options: OpenOptions = {}): Promise<OpenDataset> {
  const limits = options.limits ?? LIMITS;
  const layout = await probe(path, limits);
  const makeReader = await findShape(layout, limits, options);
  let summary: DatasetSummary | undefined;
  const { format, compression, bytes } = layout;
  const shape = makeReader().shape;

  async function* batches(): AsyncGenerator<RecordBatch> {
    const stream = new RecordStream(layout, limits, options.signal);
    // Readers remember earlier records of their pass, so each pass has its own.
    const reader = makeReader();
    const counts = { records: 0, responses: 0, skipped: 0 };
    for await (const { items, bytesDone } of stream.batches()) {
      const responses: Response[] = [];
      const skipped: Skipped[] = [];
      for (const item of items) {
        if (item.record !== undefined) counts.records++;
        if (!isBroken(item)) options.observe?.(item.value);
        respond(layout.path, item, reader, responses, skipped);
      }
      counts.responses += responses.length;
      counts.skipped += skipped.length;
      yield { responses, skipped, bytesDone };
    }
    const sha256 = stream.sha256 ?? '';
    summary = {
      path: layout.path,
      format,
      compression,
      bytes,
      sha256,
      shape,
      ...counts,
      notes: stream.notes,
    };
  }

  return {
    path: layout.path,
    format,
    compression,
    bytes,
    shape,
    batches,
    summary: () => {
      if (!summary) throw new Error('The summary is known only after the last batch.');
      return summary;
    },
  };
}

/** Readers for the shape that the first records have, or that the user told. */
export async function findShape(
  layout: Layout,
  limits: Limits,
  options: OpenOptions,
): Promise<() => RecordReader> {
  const sample: unknown[] = [];
  let broken: BrokenItem | undefined;
  const chunkBytes = Math.min(SHORT_CHUNK, limits.chunkBytes);
  const stream = new RecordStream(layout, { ...limits, chunkBytes }, options.signal);
  for await (const { items, bytesDone } of stream.batches()) {
    for (const item of items) {
      if (isBroken(item)) broken ??= item;
      else if (sample.length < SAMPLE_RECORDS) sample.push(item.value);
    }
    if (sample.length >= SAMPLE_RECORDS || (sample.length > 0 && bytesDone > SAMPLE_BYTES)) break;
  }
  const { path, format } = layout;
  if (sample.length === 0) {
    const why = broken
      ? `The first one${broken.line ? ` (line ${broken.line})` : ''}: ${broken.reason}.`
      : 'It has no rows.';
    throw new Failure(
      'input',
      `${path} holds no record that can be read. ${why} Check that it is a ${format} file.`,
    );
  }
  const override = options.shape;
  if (override) return () => customShape(override);
  const make = (): RecordReader => detectShape(sample, { format, header: layout.csv?.header !== undefined });
  try {
    make();
  } catch (error) {
    if (error instanceof Failure) throw new Failure(error.code, `${path}: ${error.message}`);
    throw error;
  }
  return make;
}
