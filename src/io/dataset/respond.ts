/** A record to its responses, or to the reason why it has none. */
import type { RecordReader } from '../../core/shape/reader.js';
import type { Response, ResponseAddress, Skipped, Span } from '../../shared/dataset.js';
import { isBroken, type Item, type RecordItem } from './item.js';

/** Adds the responses of `item` to `responses`, or why there are none to `skipped`. */
export function respond(
  path: string,
  item: Item,
  reader: RecordReader,
  responses: Response[],
  skipped: Skipped[],
): void {
  if (isBroken(item)) {
    skipped.push({ path, ...item });
    return;
  }
  const extraction = reader.extract(item.value);
  if (extraction.responses.length === 0) {
    const line = item.line === undefined ? {} : { line: item.line };
    skipped.push({
      path,
      record: item.record,
      ...line,
      reason: extraction.reason ?? 'the record has no response',
    });
    return;
  }
  const meta = reader.meta(item.value);
  for (const { pointer, range, part, prompt, text } of extraction.responses) {
    responses.push({ address: addressOf(path, item, pointer, range), part, prompt, text, meta });
  }
}

/** One literal per case, since millions of these are made. */
function addressOf(
  path: string,
  item: RecordItem,
  pointer: string,
  range: Span | undefined,
): ResponseAddress {
  const { record, line, byteOffset, byteLength } = item;
  if (line === undefined || byteOffset === undefined || byteLength === undefined) {
    return range ? { path, record, pointer, range } : { path, record, pointer };
  }
  return range
    ? { path, record, line, byteOffset, byteLength, pointer, range }
    : { path, record, line, byteOffset, byteLength, pointer };
}
