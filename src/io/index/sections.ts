/**
 * Columns of numbers in one file: magic, length and checksum of the description, the description (JSON), the columns
 * one after the other, each at a multiple of 8. Every byte is under one of the two checksums (CRC-32) or compared.
 */
import { crc32 } from 'node:zlib';

const MAGIC = Buffer.from('DEINDEX1', 'latin1');
const HEAD = 16;

export type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const TYPES = { Uint8Array, Uint16Array, Uint32Array, Float64Array };
type TypeName = keyof typeof TYPES;

export interface Section {
  readonly name: string;
  readonly type: TypeName;
  readonly length: number;
}

export interface PlacedSection extends Section {
  /** Of its first byte. */
  readonly offset: number;
}

export interface Description {
  readonly meta: unknown;
  readonly sections: readonly Section[];
  readonly bodyBytes: number;
  readonly bodyCrc: number;
}

/** The file as pieces to write one after the other. */
export function encodeSections(meta: object, columns: Readonly<Record<string, Column>>): Buffer[] {
  const body: Buffer[] = [];
  const sections: Section[] = [];
  let bodyBytes = 0;
  let bodyCrc = 0;
  for (const [name, column] of Object.entries(columns)) {
    sections.push({ name, type: column.constructor.name as TypeName, length: column.length });
    const bytes = Buffer.from(column.buffer, column.byteOffset, column.byteLength);
    for (const piece of [bytes, Buffer.alloc(padding(bytes.length))]) {
      body.push(piece);
      bodyBytes += piece.length;
      bodyCrc = crcWith(piece, bodyCrc);
    }
  }
  return [encodeMeta({ meta, sections, bodyBytes, bodyCrc }), ...body];
}

/** The start of a file, up to its first column; of at least so many bytes. */
export function encodeMeta(description: Description, least = 0): Buffer {
  const text = Buffer.from(JSON.stringify(description));
  const length = Math.max(least - HEAD, text.length + padding(text.length));
  const padded = Buffer.concat([text, Buffer.alloc(length - text.length, 0x20)]);
  const head = Buffer.alloc(HEAD);
  MAGIC.copy(head);
  head.writeUInt32LE(padded.length, 8);
  head.writeUInt32LE(crc32(padded), 12);
  return Buffer.concat([head, padded]);
}

/** Bytes from the start of a file that {@link decodeMeta} needs; undefined if that start is no such file. */
export function metaBytes(head: Buffer): number | undefined {
  if (head.length < HEAD || !head.subarray(0, 8).equals(MAGIC)) return undefined;
  return HEAD + head.readUInt32LE(8);
}

/** The description at the start of a file; undefined if it is damaged. */
export function decodeMeta(start: Buffer): Description | undefined {
  const bytes = metaBytes(start);
  if (bytes === undefined || start.length < bytes) return undefined;
  const text = start.subarray(HEAD, bytes);
  if (crc32(text) !== start.readUInt32LE(12)) return undefined;
  return JSON.parse(text.toString()) as Description;
}

/** The whole file; undefined if a byte of it is not what was written. */
export function decodeSections(
  file: Buffer,
): { meta: unknown; columns: ReadonlyMap<string, Column> } | undefined {
  const description = decodeMeta(file);
  if (!description) return undefined;
  const start = metaBytes(file)!;
  if (file.length !== start + description.bodyBytes) return undefined;
  if (crc32(file.subarray(start)) !== description.bodyCrc) return undefined;
  const columns = new Map<string, Column>();
  for (const { name, type, length, offset } of placesOf(description, file.byteOffset + start))
    columns.set(name, new TYPES[type](file.buffer as ArrayBuffer, offset, length));
  return { meta: description.meta, columns };
}

/** Where the columns begin, of which the first begins at `start`. */
export function placesOf({ sections }: Description, start: number): PlacedSection[] {
  let at = start;
  return sections.map((section) => {
    const offset = at;
    const bytes = section.length * TYPES[section.type].BYTES_PER_ELEMENT;
    at += bytes + padding(bytes);
    return { ...section, offset };
  });
}

/** So many numbers of a column, all 0. */
export function emptyColumn(type: Section['type'], length: number): Column {
  return new TYPES[type](length);
}

/** The checksum of what has `crc` and of these bytes behind it: of bytes that have no memory zlib forgets what came before. */
export function crcWith(bytes: Uint8Array, crc: number): number {
  return bytes.length === 0 ? crc : crc32(bytes, crc);
}

/** Bytes after so many that fill up a multiple of 8. */
export function padding(bytes: number): number {
  return (8 - (bytes % 8)) % 8;
}
