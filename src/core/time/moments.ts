/** When a record says that something was, as intervals: what a date leaves open is within. */
import type { Meta } from '../../shared/dataset.js';

/** Fields that say when a record was made, without case and separators; none that says when it was last changed. */
const MADE: ReadonlySet<string> = new Set([
  ...['created', 'createdat', 'createdtime', 'createddate', 'createtime', 'creationtime', 'creationdate'],
  ...['timestamp', 'time', 'date', 'datetime', 'published', 'publishedat', 'publisheddate'],
]);

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Numbers in this range are Unix times; others, as latencies, are none. */
const YEAR_2000 = Date.UTC(2000, 0);
const YEAR_2100 = Date.UTC(2100, 0);

const ISO =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** From the first to the last moment that a field may mean, in milliseconds since 1970. */
export interface Moments {
  readonly from: number;
  readonly to: number;
  /** False if the field names no zone: then both are as if it meant UTC. */
  readonly zoned: boolean;
}

/** True if a field with this name says when a record was made. */
export function saysWhenMade(field: string): boolean {
  return MADE.has(field.toLowerCase().replaceAll(/[^a-z]/g, ''));
}

/** Returns what `value` means as a time, undefined if it is none: ISO 8601 and Unix times in seconds and milliseconds. */
export function momentsIn(value: Meta[string]): Moments | undefined {
  if (typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return unixTime(value);
  const text = value.trim();
  return /^\d{9,13}(?:\.\d+)?$/.test(text) ? unixTime(Number(text)) : isoTime(text);
}

/** As `momentsIn`; of a field whose name speaks of no time only what is written as a date, since a number may be anything. */
export function momentsOf(field: string, value: Meta[string]): Moments | undefined {
  if (saysWhenMade(field)) return momentsIn(value);
  return typeof value === 'string' ? isoTime(value.trim()) : undefined;
}

function isoTime(text: string): Moments | undefined {
  const found = ISO.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, zone] = found;
  const [hours, minutes, seconds] = [hour, minute, second].map((part) => Number(part ?? 0));
  const written = Date.UTC(Number(year), Number(month) - 1, Number(day), hours, minutes, seconds);
  const length = hour === undefined ? DAY : second === undefined ? 60_000 : 1000;
  const from = zone === undefined ? written : written - offsetOf(zone);
  return { from, to: from + length, zoned: zone !== undefined };
}

function unixTime(value: number): Moments | undefined {
  const isTime = (ms: number) => ms >= YEAR_2000 && ms < YEAR_2100;
  if (isTime(1000 * value)) return { from: 1000 * value, to: 1000 * value + 1000, zoned: true };
  return isTime(value) ? { from: value, to: value, zoned: true } : undefined;
}

/** "+05:30" in milliseconds. */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * 60_000);
}
