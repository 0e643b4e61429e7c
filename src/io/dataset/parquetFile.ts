/** Rows of a Parquet file, a bounded number at a time, by hyparquet. */
import { open, type FileHandle } from 'node:fs/promises';
import { parquetMetadataAsync, parquetReadObjects, type AsyncBuffer, type FileMetaData } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { Failure } from '../../shared/failure.js';
import { accessFailure } from './accessFailure.js';
import { MIB } from './limits.js';
import { jsonValue } from './parquetValue.js';

/** Uncompressed bytes of rows that are decoded at once. */
const SLICE_BYTES = 32 * MIB;

/** Half-open range of rows. */
export type RowRange = readonly [start: number, end: number];

export class ParquetFile {
  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private readonly buffer: AsyncBuffer,
    private readonly metadata: FileMetaData,
  ) {}

  /** Throws Failure('input') if the file cannot be read or is no Parquet file. Close it after use. */
  static async open(path: string): Promise<ParquetFile> {
    const file = await open(path, 'r').catch((error: unknown) => {
      throw accessFailure(path, error);
    });
    try {
      const { size } = await file.stat();
      const buffer: AsyncBuffer = {
        byteLength: size,
        slice: async (start, end = size) => {
          const from = start < 0 ? Math.max(0, size + start) : start;
          const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - from));
          const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
          if (bytesRead < bytes.length) throw new Error('the file is shorter than it says');
          return bytes.buffer;
        },
      };
      return new ParquetFile(path, file, buffer, await parquetMetadataAsync(buffer));
    } catch (error) {
      await file.close();
      throw brokenParquet(path, error);
    }
  }

  get rows(): number {
    return Number(this.metadata.num_rows);
  }

  /** False if no column holds text: dates and numbers are no responses, though they are read as strings. */
  get hasText(): boolean {
    return this.metadata.schema.some(
      (column) => column.type === 'BYTE_ARRAY' && column.converted_type !== 'DECIMAL',
    );
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  /** Ranges of rows that each decode to a bounded size, in order; none crosses a row group. */
  ranges(): RowRange[] {
    const ranges: RowRange[] = [];
    let start = 0;
    for (const group of this.metadata.row_groups) {
      const rows = Number(group.num_rows);
      const slices = Math.max(1, Math.ceil(Number(group.total_byte_size) / SLICE_BYTES));
      const step = Math.max(1, Math.ceil(rows / slices));
      for (let at = 0; at < rows; at += step) ranges.push([start + at, start + Math.min(rows, at + step)]);
      start += rows;
    }
    return ranges;
  }

  /** Throws Failure('input') if these rows are damaged. */
  async read([rowStart, rowEnd]: RowRange): Promise<unknown[]> {
    try {
      const { buffer: file, metadata } = this;
      const rows = await parquetReadObjects({
        file,
        metadata,
        compressors,
        rowStart,
        rowEnd,
        useOffsetIndex: true,
      });
      return rows.map(jsonValue);
    } catch (error) {
      throw brokenParquet(this.path, error);
    }
  }
}

function brokenParquet(path: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new Failure(
    'input',
    `${path} is no Parquet file that can be read (${why}). Copy or write it again.`,
  );
}
