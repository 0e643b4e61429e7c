/** JSON Pointers (RFC 6901): how they are made, and how they are followed without trusting the record. */
import type { Span } from '../../shared/dataset.js';

/** `parent` with one more step; `~` and `/` in the step are escaped. */
export function child(parent: string, step: string | number): string {
  if (typeof step === 'number') return `${parent}/${step}`;
  return `${parent}/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The steps of a pointer, unescaped; [] for "", undefined if it is not a pointer. */
export function steps(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value one step down, own properties only; undefined if there is none. */
export function step(value: unknown, name: string): unknown {
  if (Array.isArray(value))
    return /^(?:0|[1-9]\d{0,9})$/.test(name) ? (value as unknown[])[Number(name)] : undefined;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** The value that `pointer` points to in `record`; undefined if there is none. */
export function valueAt(record: unknown, pointer: string): unknown {
  let value = record;
  for (const name of steps(pointer) ?? [' ']) value = step(value, name);
  return value;
}

/**
 * The text of a response, found again by its pointer and range; undefined if the record has no text there.
 * A list of strings is their concatenation (responses stored as lists of tokens).
 */
export function textAt(record: unknown, pointer: string, range?: Span): string | undefined {
  const value = valueAt(record, pointer);
  const text = isStrings(value) ? value.join('') : value;
  if (typeof text !== 'string') return undefined;
  return range ? text.slice(range[0], range[1]) : text;
}

/** True for a list with at least one element, all of them strings. */
export function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
}
