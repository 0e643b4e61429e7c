import type { MatchSide } from '../../shared/match.js';

type Meta = MatchSide['meta'];

/** Fields that say when a record was made, without case and separators; none that says when it was last changed. */
const FIELDS: ReadonlySet<string> = new Set([
  ...['created', 'createdat', 'createdtime', 'createddate', 'createtime', 'creationtime', 'creationdate'],
  ...['timestamp', 'time', 'date', 'datetime', 'published', 'publishedat', 'publisheddate'],
]);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Local times run from 14 hours before UTC's to 12 after: a time without a zone may be any of them. */
const ANY_ZONE = { before: 14 * HOUR, after: 12 * HOUR };
/** Numbers in this range are Unix times; others, as latencies, are none. */
const YEAR_2000 = Date.UTC(2000, 0);
const YEAR_2100 = Date.UTC(2100, 0);

const ISO =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** From the first to the last moment that a field may mean, in milliseconds. */
type Moments = readonly [from: number, to: number];

/**
 * True if both records say when they were made, and the suspect's came before the original's whatever is left open by a
 * missing time of day or zone. The fields are what each side says of itself, and prove nothing.
 */
export function isEarlier(suspect: Meta, original: Meta): boolean {
  const mine = momentsOf(suspect);
  const theirs = momentsOf(original);
  if (mine.length === 0 || theirs.length === 0) return false;
  return Math.max(...mine.map(([, to]) => to)) < Math.min(...theirs.map(([from]) => from));
}

function momentsOf(meta: Meta): Moments[] {
  return Object.keys(meta).flatMap((name) => {
    if (!FIELDS.has(name.toLowerCase().replaceAll(/[^a-z]/g, ''))) return [];
    const moments = momentsIn(meta[name]!);
    return moments ? [moments] : [];
  });
}

function momentsIn(value: Meta[string]): Moments | undefined {
  if (typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return unixTime(value);
  const text = value.trim();
  if (/^\d{9,13}(?:\.\d+)?$/.test(text)) return unixTime(Number(text));
  const found = ISO.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, zone] = found;
  const [hours, minutes, seconds] = [hour, minute, second].map((part) => Number(part ?? 0));
  const start = Date.UTC(Number(year), Number(month) - 1, Number(day), hours, minutes, seconds);
  const length = hour === undefined ? DAY : second === undefined ? 60_000 : 1000;
  if (zone === undefined) return [start - ANY_ZONE.before, start + length + ANY_ZONE.after];
  const offset = offsetOf(zone);
  return [start - offset, start - offset + length];
}

function unixTime(value: number): Moments | undefined {
  const isTime = (ms: number) => ms >= YEAR_2000 && ms < YEAR_2100;
  if (isTime(1000 * value)) return [1000 * value, 1000 * value + 1000];
  return isTime(value) ? [value, value] : undefined;
}

/** "+05:30" in milliseconds. */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * 60_000);
}
