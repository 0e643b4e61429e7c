/** What a record reader is: it finds the responses of one parsed record and where each stands in it. */
import type { Meta, ResponsePart, Shape, Span } from '../../shared/dataset.js';

/** One response found in a record. */
export interface Extracted {
  /**
   * JSON Pointer to the string that holds the text; `textAt` resolves it. For a list of token strings it
   * points to the list, and the text is its strings joined.
   */
  readonly pointer: string;
  /** Where the string holds more than the response: its UTF-16 code units in it. */
  readonly range?: Span;
  readonly part: ResponsePart;
  /** All turns before it, separated by blank lines. */
  readonly prompt: string;
  readonly text: string;
}

/** What was found in one record. */
export interface Extraction {
  readonly responses: readonly Extracted[];
  /** Set when there is no response: why, e.g. "the response is empty". */
  readonly reason?: string;
}

/**
 * Reads records of one shape. Where messages refer to earlier records (OASST), the reader remembers some of
 * them, so each pass over a file needs a reader of its own, given the records in order.
 */
export interface RecordReader {
  readonly shape: Shape;
  /** The responses of a parsed record. Never throws, whatever the value. */
  extract(record: unknown): Extraction;
  /** The record's other short fields. Never throws. */
  meta(record: unknown): Meta;
}

export { detectShape } from './detect.js';
export { customShape } from './custom.js';
export { textAt } from './pointer.js';
