/** Parts on disk: whole or not there. */
import {
  readSync,
  openSync,
  closeSync,
  renameSync,
  rmSync,
  writevSync,
  fsyncSync,
  fstatSync,
  statfsSync,
} from 'node:fs';
import path from 'node:path';
import { makeFolderSync } from '../makeFolder.js';
import { Failure } from '../../shared/failure.js';
import type { PartBuffer } from './partBuffer.js';
import type { Part, PartColumns, PartMeta } from './part.js';
import { decodeMeta, decodeSections, encodeSections, metaBytes, type Description } from './sections.js';
import { temporaryName } from '../temporary.js';
import { errorCode } from '../errorCode.js';

/** Bytes that are left free on the disk. */
const RESERVE = 64 << 20;

/** Writes a part under a temporary name, syncs it and renames it, so that a kill at any moment leaves all or nothing. */
export function writePart(file: string, part: Part): void {
  const pieces = encodeSections(part.meta, { ...part.columns });
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const temporary = temporaryName(file);
  let made = false;
  try {
    makeFolderSync(path.dirname(file));
    made = true;
    const free = statfsSync(path.dirname(file));
    if (free.bavail * free.bsize < bytes + RESERVE) throw noSpace();
    const handle = openSync(temporary, 'wx');
    try {
      writeAll(handle, pieces);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    remove(temporary);
    if (made && isGone(error))
      throw new Failure('index', `The index was cleared while ${file} was written. Run it again.`);
    throw new Failure(
      'input',
      `Cannot write the index to ${path.dirname(file)}: ${error instanceof Error ? error.message : String(error)}. Free some space there, or, in a terminal, name another folder with --index-dir.`,
    );
  }
}

/** The folder was there when the writing began. */
function isGone(error: unknown): boolean {
  return errorCode(error) === 'ENOENT';
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The folder itself may be what is wrong; that is said.
  }
}

function noSpace(): Error {
  return new Error('the disk is full');
}

function writeAll(handle: number, pieces: readonly Buffer[]): void {
  let waiting = pieces.filter((piece) => piece.length > 0);
  while (waiting.length > 0) {
    let written = writevSync(handle, waiting.slice(0, 64));
    const rest: Buffer[] = [];
    for (const piece of waiting) {
      if (written >= piece.length) written -= piece.length;
      else {
        rest.push(piece.subarray(written));
        written = 0;
      }
    }
    waiting = rest;
  }
}

/** What a part says of itself; undefined if there is none or its description is damaged. */
export function readMeta(file: string): PartMeta | undefined {
  const handle = openIfThere(file);
  if (handle === undefined) return undefined;
  try {
    return readDescription(handle)?.description.meta as PartMeta | undefined;
  } finally {
    closeSync(handle);
  }
}

/** The description of the part that is open, and where it ends; undefined if it is damaged. */
export function readDescription(handle: number): { description: Description; end: number } | undefined {
  const head = Buffer.alloc(16);
  if (!fill(head, handle, 0)) return undefined;
  const end = metaBytes(head);
  if (end === undefined || end > 1 << 30) return undefined;
  const start = Buffer.alloc(end);
  if (!fill(start, handle, 0)) return undefined;
  const description = decodeMeta(start);
  return description && { description, end };
}

/**
 * The part in a file; undefined if there is none or any byte of it is damaged. It lies in `buffer`, and is gone when the
 * next one is read into that.
 */
export function readPart(file: string, buffer: PartBuffer): Part | undefined {
  const bytes = readInto(file, buffer);
  const decoded = bytes && decodeSections(bytes);
  if (!decoded) return undefined;
  return {
    meta: decoded.meta as PartMeta,
    columns: Object.fromEntries(decoded.columns) as unknown as PartColumns,
  };
}

function readInto(file: string, buffer: PartBuffer): Buffer | undefined {
  const handle = openIfThere(file);
  if (handle === undefined) return undefined;
  try {
    const bytes = buffer.of(fstatSync(handle).size);
    return fill(bytes, handle, 0) ? bytes : undefined;
  } catch {
    return undefined;
  } finally {
    closeSync(handle);
  }
}

/** Reads the bytes of the file that begin at `start`; false if it ends before there are enough. Throws what the file system throws. */
export function fill(bytes: Uint8Array, handle: number, start: number): boolean {
  for (let done = 0; done < bytes.length;) {
    const more = readSync(handle, bytes, done, bytes.length - done, start + done);
    if (more === 0) return false;
    done += more;
  }
  return true;
}

/** The file, open for reading; undefined if it cannot be opened. */
export function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch {
    return undefined;
  }
}
