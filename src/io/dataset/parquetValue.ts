/** Parquet values as JSON values, so that shapes read them like any other record. */
import { isUtf8 } from 'node:buffer';

/**
 * Integers beyond 2^53 become strings, dates ISO strings, bytes text (hexadecimal where they are no UTF-8),
 * numbers that JSON has not become null; objects lose their prototype, since their keys are data.
 */
export function jsonValue(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.map(jsonValue);
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return bytes.toString(isUtf8(bytes) ? 'utf8' : 'hex');
  }
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<unknown>, jsonValue);
  const object = Object.create(null) as Record<string, unknown>;
  for (const [key, inner] of Object.entries(value)) object[key] = jsonValue(inner);
  return object;
}
