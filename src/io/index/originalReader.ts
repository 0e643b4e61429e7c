/** Responses of a part, read back one by one for candidates. */
import { closeSync, openSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { RecordReader } from '../../core/shape/reader.js';
import { hashText } from '../../core/score/hashing.js';
import type { Response, ResponseAddress } from '../../shared/dataset.js';
import { Failure } from '../../shared/failure.js';
import { accessFailure } from '../dataset/accessFailure.js';
import { decodeUtf8 } from '../dataset/decodeText.js';
import { parseJson } from '../dataset/parseJson.js';
import type { SomeColumns } from './part.js';
import { PartBuffer } from './partBuffer.js';

/** A dataset file's part with what stands before it in the file. */
export interface PartPlace {
  readonly path: string;
  readonly records: number;
  readonly lines: number;
}

/** Columns that say where responses are. */
export const ROW_COLUMNS = [
  'record',
  'line',
  'offset',
  'bytes',
  'ordinal',
  'text',
  'textKey',
  'copy',
  'copyStart',
  'copyRow',
] as const;

type Copied = Pick<Response, 'part' | 'prompt' | 'text' | 'meta'> &
  Pick<ResponseAddress, 'pointer' | 'range'>;

export class OriginalReader {
  private file: number | undefined;
  private readonly buffer = new PartBuffer();
  private block = -1;
  private lines: string[] = [];

  constructor(
    private readonly part: SomeColumns<(typeof ROW_COLUMNS)[number]>,
    private readonly place: PartPlace,
    private readonly reader: RecordReader,
  ) {}

  /** The response of a row. Throws Failure('input') if the file is no longer what was indexed. */
  read(row: number): Response {
    const found = this.part.meta.texted === 'copy' ? this.copied(row) : this.fromSource(row);
    const { text, textKey } = this.part.columns;
    if (!found || hashText(found.text) !== textKey[text[row]!]) throw this.changed();
    const { pointer, range, part, prompt, text: string, meta } = found;
    return { address: this.addressOf(row, pointer, range), part, prompt, text: string, meta };
  }

  /** File and record of a row. */
  placeOf(row: number): { readonly path: string; readonly record: number } {
    const { path, records } = this.place;
    return { path, record: this.part.columns.record[row]! + records };
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }

  private addressOf(row: number, pointer: string, range: ResponseAddress['range']): ResponseAddress {
    const { columns, meta } = this.part;
    const line = columns.line[row]!;
    return {
      ...this.placeOf(row),
      ...(meta.format === 'parquet'
        ? {}
        : {
            line: line + this.place.lines,
            byteOffset: columns.offset[row]!,
            byteLength: columns.bytes[row]!,
          }),
      pointer,
      ...(range ? { range } : {}),
    };
  }

  private fromSource(row: number): Copied | undefined {
    const { offset, bytes, ordinal } = this.part.columns;
    const length = bytes[row]!;
    const buffer = this.buffer.of(length);
    const read = readSync(this.open(), buffer, 0, length, offset[row]!);
    const parsed = parseJson(decodeUtf8(buffer.subarray(0, read)));
    if (!('value' in parsed)) return undefined;
    const found = this.reader.extract(parsed.value).responses[ordinal[row]!];
    return found && { ...found, meta: this.reader.meta(parsed.value) };
  }

  private copied(row: number): Copied | undefined {
    const { copy, copyRow, copyStart } = this.part.columns;
    let low = 0;
    let high = copyRow.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (copyRow[middle]! <= row) low = middle;
      else high = middle - 1;
    }
    if (low !== this.block) {
      this.lines = inflateRawSync(copy.subarray(copyStart[low], copyStart[low + 1]))
        .toString()
        .split('\n');
      this.block = low;
    }
    const line = this.lines[row - copyRow[low]!];
    return line === undefined ? undefined : (JSON.parse(line) as Copied);
  }

  private open(): number {
    try {
      return (this.file ??= openSync(this.place.path, 'r'));
    } catch (error) {
      throw accessFailure(this.place.path, error);
    }
  }

  private changed(): Failure {
    return new Failure(
      'input',
      `${this.place.path} changed while it was compared. Run the comparison again.`,
    );
  }
}
