import type { Windows } from './windows.js';

/** A run of equal tokens, in token numbers: `a` and `b` are where it starts, `length` its tokens. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/**
 * All maximal shared runs that weigh at least the windows' weight: those that neither end can lengthen. Undefined if
 * that takes more than `limit` steps (places looked at and tokens compared), as in texts that repeat themselves,
 * which can have a run for every pair of places.
 */
export function maximalRuns(a: Windows, b: Windows, limit: number): Run[] | undefined {
  const left = a.tokens.ids;
  const right = b.tokens.ids;
  const runs: Run[] = [];
  let steps = 0;
  let first = -1;
  for (let atB = 0; atB < b.count; atB++) {
    // Within a run the window of the next token stands beside the one before.
    first = a.find(b, atB, first + 1);
    for (let atA = first; atA >= 0; atA = a.after(atA)) {
      if (++steps > limit) return undefined;
      if (atA > 0 && atB > 0 && left[atA - 1] === right[atB - 1]) continue;
      let length = a.lengths[atA]!;
      const most = Math.min(left.length - atA, right.length - atB);
      while (length < most && left[atA + length] === right[atB + length]) length++;
      steps += length;
      runs.push({ a: atA, b: atB, length });
    }
  }
  return steps > limit ? undefined : runs;
}

/** True if the two texts share a window. */
export function shareWindow(a: Windows, b: Windows): boolean {
  for (let at = 0; at < b.count; at++) if (a.find(b, at) >= 0) return true;
  return false;
}
