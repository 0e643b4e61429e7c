/** One record of a dataset file again, by its address. */
import { parse } from 'csv-parse/sync';
import { open } from 'node:fs/promises';
import { Failure } from '../../shared/failure.js';
import { accessFailure } from './accessFailure.js';
import { csvOptions } from './csvLayout.js';
import { rowValue } from './csvScanner.js';
import { decodeTextFile, decodeUtf8 } from './decodeText.js';
import { isBroken } from './item.js';
import { LIMITS } from './limits.js';
import { ParquetFile } from './parquetFile.js';
import { parseJson } from './parseJson.js';
import { probe, type Layout } from './probe.js';
import { RecordStream } from './recordStream.js';

export interface RecordPlace {
  readonly record: number;
  readonly byteOffset?: number | undefined;
  readonly byteLength?: number | undefined;
}

export interface ReadRecord {
  readonly value: unknown;
  /** The record as it stands in the file; absent where it was not read by its bytes. */
  readonly raw?: string;
}

/**
 * The record at `place`: by its bytes where the file is not compressed and they are known, else by reading
 * the file up to it. Throws Failure('input') if the file no longer has that record there.
 */
export async function readRecord(path: string, place: RecordPlace): Promise<ReadRecord> {
  return readAt(await probe(path, LIMITS), place);
}

/** The same, for a file that was probed. */
export async function readAt(layout: Layout, place: RecordPlace): Promise<ReadRecord> {
  if (layout.format === 'parquet') return readRow(layout, place.record);
  const { byteOffset, byteLength } = place;
  if (layout.compression === 'none' && byteOffset !== undefined && byteLength !== undefined) {
    return readBytes(layout, place.record, byteOffset, byteLength);
  }
  for await (const { items } of new RecordStream(layout, LIMITS).batches()) {
    for (const item of items) {
      if (item.record !== place.record) continue;
      if (isBroken(item)) throw changed(layout.path, place.record, item.reason);
      return { value: item.value };
    }
  }
  throw changed(layout.path, place.record, 'it has fewer records now');
}

async function readRow({ path }: Layout, record: number): Promise<ReadRecord> {
  const file = await ParquetFile.open(path);
  try {
    if (record >= file.rows) throw changed(path, record, `it has ${file.rows} rows now`);
    const [value] = await file.read([record, record + 1]);
    return { value };
  } finally {
    await file.close();
  }
}

async function readBytes(
  layout: Layout,
  record: number,
  offset: number,
  length: number,
): Promise<ReadRecord> {
  const { path } = layout;
  if (length > LIMITS.recordBytes || offset + length > layout.bytes) {
    throw changed(path, record, `it has ${layout.bytes} bytes now`);
  }
  const file = await open(path, 'r').catch((error: unknown) => {
    throw accessFailure(path, error);
  });
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await file.read(bytes, 0, length, offset);
    if (bytesRead < length) throw changed(path, record, 'it is shorter now');
    return readValue(layout, record, bytes);
  } finally {
    await file.close();
  }
}

/** The value of a record's bytes; throws Failure('input') if they are no single record. */
export function readValue(layout: Layout, record: number, bytes: Buffer): ReadRecord {
  const { path, csv } = layout;
  if (layout.format === 'text') {
    const value = decodeTextFile(bytes);
    return { value, raw: value };
  }
  const raw = decodeUtf8(bytes);
  if (!csv) {
    const parsed = parseJson(raw);
    if ('reason' in parsed) throw changed(path, record, parsed.reason);
    return { value: parsed.value, raw };
  }
  let rows: string[][] = [];
  try {
    rows = parse(bytes, csvOptions(csv));
  } catch {
    // Left empty: said below.
  }
  const [cells] = rows;
  if (!cells || rows.length > 1 || cells.length !== csv.columns) {
    throw changed(path, record, 'these bytes are no single row');
  }
  return { value: rowValue(cells, csv), raw };
}

function changed(path: string, record: number, why: string): Failure {
  const what = `Record ${record} of ${path} is no longer where the run found it (${why})`;
  return new Failure('input', `${what}: the file changed since the run. Run the comparison again.`);
}
