/** Writes a file of sections piece by piece, so that it need never be in memory as a whole. */
import { writeSync } from 'node:fs';
import { PageWriter } from '../pageWriter.js';
import { crcWith, encodeMeta, padding, type Section } from './sections.js';

/** The longest that they are when they are written out. */
const LONGEST = { bodyBytes: Number.MAX_SAFE_INTEGER, bodyCrc: 0xffffffff };

/** A column whose bytes are made when it is its turn. */
export interface ColumnPieces extends Section {
  readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Writes into `fd`, which must be open for writing and empty, what `decodeSections` reads. Throws what the file system and the pieces throw. */
export async function writeSections(
  fd: number,
  meta: object,
  columns: readonly ColumnPieces[],
): Promise<void> {
  const sections = columns.map(({ name, type, length }): Section => ({ name, type, length }));
  const out = new PageWriter(fd);
  // How many bytes there are is known at the end: their description gets its room first.
  const room = encodeMeta({ meta, sections, ...LONGEST });
  out.add(room);
  let bodyCrc = 0;
  const add = (bytes: Uint8Array): void => {
    out.add(bytes);
    bodyCrc = crcWith(bytes, bodyCrc);
  };
  for (const { pieces } of columns) {
    for await (const piece of pieces) add(piece);
    add(Buffer.alloc(padding(out.bytes)));
  }
  out.flush();
  const bodyBytes = out.bytes - room.length;
  const start = encodeMeta({ meta, sections, bodyBytes, bodyCrc }, room.length);
  for (let done = 0; done < start.length;) done += writeSync(fd, start, done, start.length - done, done);
}
