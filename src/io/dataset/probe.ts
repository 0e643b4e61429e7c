/** A first look at a file: what it is in truth, whatever its name, and where its records are. */
import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Compression, Format } from '../../shared/dataset.js';
import { Failure } from '../../shared/failure.js';
import { accessFailure } from './accessFailure.js';
import { ByteStream } from './byteStream.js';
import { findCsvLayout, type CsvLayout } from './csvLayout.js';
import { formatOfName, READABLE_ENDINGS } from './fileName.js';
import { findJsonLayout, isJsonLines, type JsonLayout } from './jsonLayout.js';
import { HEAD_BYTES, type Limits } from './limits.js';
import { ParquetFile } from './parquetFile.js';
import { holdsObjectsOnly } from './wrappedArray.js';
import { refuseEncoding } from './refuseEncoding.js';

export interface Layout {
  /** Absolute. */
  readonly path: string;
  readonly format: Format;
  readonly compression: Compression;
  /** On disk. */
  readonly bytes: number;
  /** Bytes of a UTF-8 byte order mark. */
  readonly bom: number;
  readonly json?: JsonLayout;
  readonly csv?: CsvLayout;
  readonly notes: readonly string[];
}

/** Throws Failure('input') if the file is gone, not readable, empty, binary, or in an encoding not read. */
export async function probe(named: string, limits: Limits): Promise<Layout> {
  const path = resolve(named);
  const bytes = await sizeOf(path);
  const magic = await firstBytes(path);
  const name = formatOfName(basename(path));
  if (bytes === 0) throw new Failure('input', `${path} is empty. Choose a file with at least one record.`);
  if (magic.toString('latin1') === 'PAR1') {
    await refuseWithoutText(path);
    return { path, format: 'parquet', compression: 'none', bytes, bom: 0, notes: [] };
  }
  if (!name || name.format === 'parquet') {
    const what = name ? 'is no Parquet file by its content' : 'is not a dataset file by its name';
    throw new Failure('input', `${path} ${what}. Files that end in ${READABLE_ENDINGS} can be read.`);
  }
  const compression = compressionOf(magic);
  const notes: string[] = [];
  if (compression !== name.compression)
    notes.push(`the name says ${name.compression} compression, the content ${compression}`);
  const { head, complete, cut } = await readHead(path, compression, limits);
  if (head.length === 0 && cut !== undefined) throw new Failure('input', `${path}: ${cut}.`);
  refuseEncoding(path, head);
  const bom = head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  if (complete && head.subarray(bom).every((c) => c <= 0x20)) {
    throw new Failure(
      'input',
      `${path} is empty but for white space. Choose a file with at least one record.`,
    );
  }
  const file = { path, compression, bytes, bom, notes };
  const { format } = name;
  if (format === 'csv' || format === 'tsv') return { ...file, format, csv: findCsvLayout(head, bom, format) };
  if (format === 'text') return { ...file, format };
  const lines = isJsonLines(head, complete, format);
  if (lines !== (format === 'jsonl')) {
    notes.push(lines ? 'named .json, but it is JSON Lines' : 'named as JSON Lines, but it is one JSON text');
  }
  if (lines) return { ...file, format: 'jsonl' };
  const json = findJsonLayout(head, bom);
  if (json.pointer !== '') notes.push(`the records are the elements of ${json.pointer}`);
  if (json.kind === 'values' && holdsObjectsOnly(head, json.start))
    notes.push(
      'an object of objects is read as one record: if each of them is a record, make a list of them',
    );
  return { ...file, format: 'json', json };
}

async function refuseWithoutText(path: string): Promise<void> {
  const file = await ParquetFile.open(path);
  await file.close();
  if (file.hasText) return;
  const why = 'has no column of text, so it holds no responses';
  throw new Failure('input', `${path} ${why}. Choose a file with prompts and responses.`);
}

async function sizeOf(path: string): Promise<number> {
  const stats = await stat(path).catch((error: unknown) => {
    throw accessFailure(path, error);
  });
  if (stats.isFile()) return stats.size;
  const what = stats.isDirectory() ? 'is a folder where a file was expected' : 'is no regular file';
  throw new Failure('input', `${path} ${what}. Choose a dataset file.`);
}

async function firstBytes(path: string): Promise<Buffer> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw accessFailure(path, error);
  }
}

function compressionOf(magic: Buffer): Compression {
  if (magic[0] === 0x1f && magic[1] === 0x8b) return 'gzip';
  // A frame, or one of the frames that readers pass over (RFC 8878, 3.1).
  if (magic.length < 4) return 'none';
  const number = magic.readUInt32LE(0);
  return number === 0xfd2fb528 || (number & 0xfffffff0) >>> 0 === 0x184d2a50 ? 'zstd' : 'none';
}

async function readHead(
  path: string,
  compression: Compression,
  limits: Limits,
): Promise<{ head: Buffer; complete: boolean; cut: string | undefined }> {
  const pieces: Buffer[] = [];
  let length = 0;
  const stream = new ByteStream(path, compression, limits);
  for await (const chunk of stream.chunks()) {
    pieces.push(chunk);
    length += chunk.length;
    if (length > HEAD_BYTES) break;
  }
  return { head: Buffer.concat(pieces, length), complete: length <= HEAD_BYTES, cut: stream.cut };
}
