/** From a JSON Pointer to the characters of a string in the JSON source text. */
import type { Span } from '../../shared/dataset.js';
import { items, skipSpace, skipValue } from './scan.js';

/** A string in JSON source. */
export interface JsonString {
  /** The string that the literal stands for. */
  readonly value: string;
  /** The source offset of every code unit of `value`, and at last that of the closing quote. */
  readonly offsets: Uint32Array;
}

/** The span of the value at `pointer` (RFC 6901) in the source, quotes included; of equal keys the last, as JSON.parse has it. */
export function jsonValueAt(raw: string, pointer: string): Span | undefined {
  let start = skipSpace(raw, 0);
  let end = skipValue(raw, start);
  if (end < 0) return undefined;
  for (const token of tokensOf(pointer)) {
    const item = itemAt(raw, start, token);
    if (!item) return undefined;
    [start, end] = item;
  }
  return [start, end];
}

/** The string at `pointer` with the source offsets of its characters; undefined if there is no string. */
export function jsonStringOffsets(raw: string, pointer: string): JsonString | undefined {
  const span = jsonValueAt(raw, pointer);
  if (!span || raw[span[0]] !== '"') return undefined;
  const value = parsed(raw.slice(...span));
  if (typeof value !== 'string') return undefined;
  const offsets = new Uint32Array(value.length + 1);
  let at = span[0] + 1;
  for (let i = 0; i < value.length; i++) {
    offsets[i] = at;
    at += raw[at] !== '\\' ? 1 : raw[at + 1] === 'u' ? 6 : 2;
  }
  offsets[value.length] = at;
  return { value, offsets };
}

function tokensOf(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function itemAt(raw: string, at: number, token: string): Span | undefined {
  let found: Span | undefined;
  let index = 0;
  for (const item of items(raw, at)) {
    if (item.key === undefined) {
      if (String(index++) === token) return [item.start, item.end];
    } else if (parsed(item.key) === token) found = [item.start, item.end];
  }
  return found;
}

function parsed(literal: string): unknown {
  try {
    return JSON.parse(literal);
  } catch {
    return undefined;
  }
}
