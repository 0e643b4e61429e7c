import { describe, expect, it } from 'vitest';
import { isDay, mayLieWithin, type Days } from '../../../src/core/time/days.js';
import { momentsOf } from '../../../src/core/time/moments.js';

/** Whether a field's value may lie within the days. */
const within = (value: string | number, days: Days, field = 'created_at') => {
  const moments = momentsOf(field, value);
  return moments && mayLieWithin(moments, days);
};

describe('a range of days', () => {
  it.each([
    ['a day at its first', '2025-11-04', { from: '2025-11-04' }],
    ['a day at its last', '2025-11-04', { to: '2025-11-04' }],
    ['the last second', '2025-11-04T23:59:59Z', { from: '2025-11-04', to: '2025-11-04' }],
    ['a zone that makes it the day before', '2025-11-05T01:00:00+02:00', { to: '2025-11-04' }],
    ['a time without a zone, as written', '2025-11-05 01:00', { from: '2025-11-05' }],
    ['Unix seconds', Date.UTC(2025, 10, 4, 12) / 1000, { from: '2025-11-04', to: '2025-11-04' }],
    ['Unix milliseconds at midnight', Date.UTC(2025, 10, 4), { from: '2025-11-04' }],
    ['anything, if it is open at both ends', '1999-01-01', {}],
  ])('holds %s', (_, value, days) => {
    expect(within(value, days)).toBe(true);
  });

  it.each([
    ['the day before', '2025-11-03', { from: '2025-11-04' }],
    ['the day after', '2025-11-05', { to: '2025-11-04' }],
    ['midnight after the last day', '2025-11-05T00:00:00Z', { to: '2025-11-04' }],
    ['a range whose ends are in the wrong order', '2025-11-04', { from: '2025-11-05', to: '2025-11-03' }],
  ])('does not hold %s', (_, value, days) => {
    expect(within(value, days)).toBe(false);
  });

  it('is of what is a time', () => {
    expect(within('yesterday', {})).toBeUndefined();
    expect(within(1_760_000_000, {}, 'tokens')).toBeUndefined();
    expect(within('1760000000', {}, 'request')).toBeUndefined();
    expect(within('2025-11-04', {}, 'updated_at')).toBe(true);
  });
});

it('a day is one of the calendar', () => {
  expect(['2024-02-29', '2025-02-29', '2025-1-1', '2025-13-01', 'today', ''].filter(isDay)).toEqual([
    '2024-02-29',
  ]);
});
