/** Bounds of reading: what is held in memory at once, and what hostile files are refused for. */

export const MIB = 1024 * 1024;

export interface Limits {
  /** Bytes read from disk, and handed to a scanner, at once. */
  readonly chunkBytes: number;
  /** A record (line, element, row, text file) of more bytes is refused. */
  readonly recordBytes: number;
  /** Uncompressed bytes from which on `ratio` is enforced. */
  readonly ratioFreeBytes: number;
  /** Uncompressed bytes to compressed bytes. */
  readonly ratio: number;
  /** Uncompressed bytes of one compressed file. */
  readonly unpackedBytes: number;
}

export const LIMITS: Limits = {
  chunkBytes: MIB,
  recordBytes: 64 * MIB,
  ratioFreeBytes: 64 * MIB,
  ratio: 1000,
  unpackedBytes: 256 * 1024 * MIB,
};

/**
 * Bytes that are read at once where records are needed no longer than that: of more, many would still be there when V8
 * looks for garbage, which takes those that follow for long-lived too.
 */
export const SHORT_CHUNK = 1 << 16;

/** Records from which the shape is found. */
export const SAMPLE_RECORDS = 200;
/** The sample also ends here, once it holds a record. */
export const SAMPLE_BYTES = 16 * MIB;
/** Records handed on at once. */
export const BATCH_RECORDS = 512;
/** Uncompressed bytes from which the format is found. */
export const HEAD_BYTES = MIB;

/** Bytes in words: "64 MB". */
export function inWords(bytes: number): string {
  if (bytes >= 1024 * MIB) return `${Math.round(bytes / (1024 * MIB))} GB`;
  return bytes >= MIB ? `${Math.round(bytes / MIB)} MB` : `${bytes} bytes`;
}
