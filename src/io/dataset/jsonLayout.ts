/** Where the records of a .json or .jsonl file are, found in its first bytes: its name may be wrong. */
import { decodeUtf8 } from './decodeText.js';
import { findWrappedArray } from './wrappedArray.js';
import { parseJson } from './parseJson.js';

/** Elements of an array that begins at `start`, or values one after the other from `start` on. */
export interface JsonLayout {
  readonly kind: 'array' | 'values';
  /** Bytes of the uncompressed file to pass over. */
  readonly start: number;
  /** JSON Pointer of the array in the file; "" for the file's one value. */
  readonly pointer: string;
}

const LINES = 20;

/**
 * True if the file is JSON Lines. A first line that is a whole value, with others after it, says so whatever
 * the name; one array on one line is JSON whatever the name; else the name decides, unless most lines deny it. Where no
 * line is whole, a file named so is JSON Lines if its lines are cut off records.
 */
export function isJsonLines(head: Buffer, complete: boolean, named: 'json' | 'jsonl'): boolean {
  const { lines, more } = firstLines(head, complete);
  if (lines.length === 0) return named === 'jsonl' && firstByte(head) !== 0x5b;
  const values = lines.map((line) => parseJson(line));
  const first = values[0]!;
  if ('value' in first) {
    if (lines.length > 1 || more) return true;
    return named === 'jsonl' && !isListOfRecords(first.value);
  }
  const records = values.filter((v) => 'value' in v && typeof v.value === 'object' && v.value !== null);
  return named === 'jsonl'
    ? (records.length > 0 || areCutRecords(lines)) && lines[0]!.trim() !== '['
    : records.length * 2 > lines.length;
}

/** Where the records of a JSON text are. */
export function findJsonLayout(head: Buffer, bom: number): JsonLayout {
  let start = bom;
  while (start < head.length && head[start]! <= 0x20) start++;
  if (head[start] === 0x5b) return { kind: 'array', start: start + 1, pointer: '' };
  const wrapped = head[start] === 0x7b ? findWrappedArray(head, start) : undefined;
  return wrapped ? { kind: 'array', ...wrapped } : { kind: 'values', start, pointer: '' };
}

/**
 * True if every line begins a record and most do not end as one JSON text must before a line that begins so: with a
 * comma, a colon or an opening bracket.
 */
function areCutRecords(lines: readonly string[]): boolean {
  const ending = lines.filter((line) => !/[,:[]\s*$/.test(line));
  return lines.length > 1 && lines.every((line) => line.startsWith('{')) && ending.length * 2 > lines.length;
}

function isListOfRecords(value: unknown): boolean {
  return Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null);
}

function firstByte(head: Buffer): number | undefined {
  return head.find((c) => c > 0x20 && c < 0x80);
}

function firstLines(head: Buffer, complete: boolean): { lines: string[]; more: boolean } {
  const lines: string[] = [];
  let from = head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  while (from < head.length) {
    const at = head.indexOf(0x0a, from);
    if (at === -1 && !complete) return { lines, more: true };
    const line = decodeUtf8(head.subarray(from, at === -1 ? head.length : at));
    if (line.trim() !== '') {
      if (lines.length === LINES) return { lines, more: true };
      lines.push(line);
    }
    if (at === -1) break;
    from = at + 1;
  }
  return { lines, more: !complete };
}
