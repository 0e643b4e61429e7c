/** Stretches of a JSON Lines file, so that several threads read one file. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { RecordReader } from '../../core/shape/reader.js';
import type { Response, Skipped } from '../../shared/dataset.js';
import { accessFailure } from '../dataset/accessFailure.js';
import type { Item } from '../dataset/item.js';
import { JsonlScanner } from '../dataset/jsonlScanner.js';
import { LIMITS, SHORT_CHUNK } from '../dataset/limits.js';
import type { Notes } from '../dataset/notes.js';
import type { Layout } from '../dataset/probe.js';
import { respond } from '../dataset/respond.js';

/** Bytes [start, end) of a file; whole lines. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const SMALLEST = 1 << 20;
const LARGEST = 16 << 20;
const PARTS = 16;

/** Cuts a file of `bytes` into stretches of whole lines, the same ones whenever it is cut. */
export function cutLines(path: string, bytes: number): ByteRange[] {
  const size = Math.min(LARGEST, Math.max(SMALLEST, Math.ceil(bytes / PARTS)));
  const ranges: ByteRange[] = [];
  const file = openSync(path, 'r');
  try {
    for (let start = 0; start < bytes;) {
      const end = start + size >= bytes ? bytes : lineEnd(file, start + size, bytes);
      ranges.push({ start, end });
      start = end;
    }
  } finally {
    closeSync(file);
  }
  return ranges.length > 0 ? ranges : [{ start: 0, end: bytes }];
}

function lineEnd(file: number, from: number, bytes: number): number {
  const buffer = Buffer.allocUnsafe(1 << 16);
  for (let at = from; at < bytes;) {
    const read = readSync(file, buffer, 0, buffer.length, at);
    if (read === 0) break;
    const found = buffer.subarray(0, read).indexOf(0x0a);
    if (found >= 0) return at + found + 1;
    at += read;
  }
  return bytes;
}

export interface RangeBatch {
  readonly responses: readonly Response[];
  readonly skipped: readonly Skipped[];
  readonly bytesDone: number;
  /** Lines and records passed, all batches so far. */
  readonly lines: number;
  readonly records: number;
}

/** The responses of a stretch; records and lines count from its start, bytes from the file's. */
export function* readRange(
  layout: Layout,
  range: ByteRange,
  reader: RecordReader,
  notes: Notes,
): Generator<RangeBatch> {
  const { start, end } = range;
  const scanner = new JsonlScanner(start === 0 ? layout.bom : 0, LIMITS, notes, start);
  const chunk = Buffer.allocUnsafeSlow(SHORT_CHUNK);
  const file = open(layout.path);
  try {
    for (let at = start; at <= end;) {
      const length = Math.min(SHORT_CHUNK, end - at);
      const read = length === 0 ? 0 : readSync(file, chunk, 0, length, at);
      const responses: Response[] = [];
      const skipped: Skipped[] = [];
      const items: Iterable<Item> = read === 0 ? scanner.end() : scanner.push(chunk.subarray(0, read));
      for (const item of items) respond(layout.path, item, reader, responses, skipped);
      at += read;
      const { lines, records } = scanner;
      yield { responses, skipped, bytesDone: at - start, lines, records };
      if (read === 0) return;
    }
  } finally {
    closeSync(file);
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw accessFailure(path, error);
  }
}
