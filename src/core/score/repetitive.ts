import type { Tokens } from '../text/tokens.js';
import type { Run } from './sharedRuns.js';
import { longestFrom } from './suffixAutomaton.js';

/** Tiles of texts that repeat themselves too much for {@link tile}, and their longest run in half tokens. */
export interface RepetitiveTiles {
  readonly tiles: Run[];
  readonly longest: number;
}

/**
 * Tiles from left to right of `a`: at each place the longest run, at one place of `b`, as far as its tokens are not
 * used yet. Linear but for a logarithm; never more evidence than is there, perhaps less than greedy tiling finds.
 */
export function tileRepetitive(a: Tokens, b: Tokens, halves: number): RepetitiveTiles {
  const { lengths, places } = longestFrom(a.ids, b.ids);
  const used = new UsedRanges();
  const tiles: Run[] = [];
  let longest = 0;
  for (let at = 0; at < a.count; at++) longest = Math.max(longest, a.sums[at + lengths[at]!]! - a.sums[at]!);
  for (let at = 0; at < a.count;) {
    const place = places[at]!;
    const length = Math.min(lengths[at]!, used.freeFrom(place));
    if (length > 0 && a.sums[at + length]! - a.sums[at]! >= halves) {
      tiles.push({ a: at, b: place, length });
      used.add(place, place + length);
      at += length;
    } else {
      at++;
    }
  }
  return { tiles, longest };
}

/** Ranges taken so far, ascending. */
class UsedRanges {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** Units from `at` on to the next taken one; 0 if `at` is taken. */
  freeFrom(at: number): number {
    const next = this.firstAfter(at);
    if (next > 0 && this.ends[next - 1]! > at) return 0;
    return next < this.starts.length ? this.starts[next]! - at : Infinity;
  }

  add(start: number, end: number): void {
    const next = this.firstAfter(start);
    this.starts.splice(next, 0, start);
    this.ends.splice(next, 0, end);
  }

  private firstAfter(at: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
