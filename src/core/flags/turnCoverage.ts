import { percentage, whole } from '../wording/numbers.js';

/** Half-open stretch of an original, in UTF-16 code units. */
export type Stretch = readonly [start: number, end: number];

/** The share of a text of `length` code units that the stretches cover, each unit once; 0 for an empty text. */
export function shareCovered(stretches: readonly Stretch[], length: number): number {
  let covered = 0;
  let reached = 0;
  for (const [start, end] of [...stretches].sort(([a], [b]) => a - b)) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return length === 0 ? 0 : covered / length;
}

/** What several responses of a record hold of one original together, beside what the best of them holds. */
export function turnsSentence(responses: number, together: number, alone: number): string {
  return (
    `Together ${whole(responses)} responses of the record share runs that are ${percentage(together)} of the original; ` +
    `this one alone has ${percentage(alone)}.`
  );
}
