import type { VerdictEntry } from '../../../src/shared/verdict.js';

/** The `number`th pair, confirmed with a note that JSON has to escape. */
export function entry(number: number, change: Partial<VerdictEntry> = {}): VerdictEntry {
  return {
    pair: number.toString(16).padStart(16, '0'),
    verdict: 'confirmed',
    note: number % 2 === 0 ? '' : `“same” \\ joke\n№ ${number} 🦉`,
    reviewer: 'Anna Müller',
    time: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString(),
    ...change,
  };
}
