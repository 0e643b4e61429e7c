/** The records of a JSON file as spans of its source text. */
import type { Span } from '../../shared/dataset.js';
import { items, skipSpace, skipValue } from './scan.js';

/** The elements of the array, or of the first array of objects that the object holds; the object itself if it holds none. */
export function jsonRecords(text: string): Span[] {
  const start = skipSpace(text, 0);
  if (text[start] === '[') return elements(text, start);
  if (text[start] !== '{') return [];
  for (const item of items(text, start)) {
    if (text[item.start] === '[' && text[skipSpace(text, item.start + 1)] === '{')
      return elements(text, item.start);
  }
  const end = skipValue(text, start);
  return end < 0 ? [] : [[start, end]];
}

function elements(text: string, at: number): Span[] {
  return Array.from(items(text, at), ({ start, end }): Span => [start, end]);
}
