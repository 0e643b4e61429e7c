/** Days as people choose them, "2025-11-04", against the moments that records write. */
import { DAY, type Moments } from './moments.js';

/** From the first to the last day, both within; without one it is open there. */
export interface Days {
  readonly from?: string;
  readonly to?: string;
}

/** True for a day of the calendar, "2025-11-04". */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(Date.parse(text)) === text;
}

/**
 * True if the moments may lie within the days. A time without a zone is taken as it is written, others are as in UTC; a
 * day without a time of day is within if any of it is.
 */
export function mayLieWithin({ from, to }: Moments, days: Days): boolean {
  const start = days.from === undefined ? -Infinity : Date.parse(days.from);
  const end = days.to === undefined ? Infinity : Date.parse(days.to) + DAY;
  return from < end && (to > start || from >= start);
}

/** The day of a moment in UTC, undefined for none. */
export function dayOf(moment: number): string | undefined {
  return !Number.isFinite(moment) ? undefined : new Date(moment).toISOString().slice(0, 10);
}
