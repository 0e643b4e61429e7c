/** What a family of shapes offers: a way to read records, and the words to describe it. */
import type { ShapeName } from '../../shared/dataset.js';
import type { Extraction } from './reader.js';

/** One way to lay out records. A layout may remember records, so each pass uses a fresh one. */
export interface Layout {
  readonly name: ShapeName;
  /** Where the prompt comes from, for people; "" if there is none. */
  readonly from: string;
  /** Top-level fields that hold prompt or response, so that they are no meta fields. */
  readonly uses: ReadonlySet<string>;
  /** The responses of `record`; undefined if it is not laid out so. Never throws. */
  read(record: unknown): Extraction | undefined;
}

/** A JSON object, its fields not trusted. */
export type Fields = Readonly<Record<string, unknown>>;

/** True for JSON objects: no list, no null. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** An own field of `value`; undefined if it has none of that name. */
export function field(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** An own field that is a string, "" otherwise. */
export function stringField(value: unknown, name: string): string {
  const text = field(value, name);
  return typeof text === 'string' ? text : '';
}

/** The first of `names` that `value` has as a field with a value that is not null; undefined if none. */
export function firstField(value: unknown, names: readonly string[]): string | undefined {
  return names.find((name) => (field(value, name) ?? undefined) !== undefined);
}

/** Parts of a prompt joined by blank lines; blank parts are left out. */
export function joinTurns(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

/** What `value` is, in a word for messages: "null", "a number", "a list", "an object", "text". */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return value instanceof Date ? 'a date' : 'an object';
  if (typeof value === 'string') return value.trim() === '' ? 'empty' : 'text';
  return typeof value === 'boolean' ? 'true or false' : 'a number';
}

/** Why a field gave no response. */
export function emptyReason(value: unknown): string {
  const kind = kindOf(value);
  return ['empty', 'null', 'missing', 'an empty list'].includes(kind)
    ? `the response is ${kind}`
    : `the response is ${kind} without text`;
}
