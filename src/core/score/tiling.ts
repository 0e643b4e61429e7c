import type { Tokens } from '../text/tokens.js';
import type { Run } from './sharedRuns.js';

/**
 * Greedy string tiling (Wise 1993): the longest shared run first (by weight; then the one earlier in a, then in b),
 * each token used once; what is left of an overlapped run is a run again if it still weighs `halves`. Returns the
 * tiles in the order of `a`, or undefined beyond `limit` steps.
 */
export function tile(
  runs: readonly Run[],
  a: Tokens,
  b: Tokens,
  halves: number,
  limit: number,
): Run[] | undefined {
  const weigh = (run: Run): number => a.sums[run.a + run.length]! - a.sums[run.a]!;
  const heap = new RunHeap(weigh);
  for (const run of runs) heap.push(run);
  const usedA = new Uint8Array(a.count);
  const usedB = new Uint8Array(b.count);
  const tiles: Run[] = [];
  let steps = 0;
  for (let run = heap.pop(); run !== undefined; run = heap.pop()) {
    steps += run.length;
    if (steps > limit) return undefined;
    const free = freeParts(run, usedA, usedB);
    if (free.length === 1 && free[0]!.length === run.length) {
      usedA.fill(1, run.a, run.a + run.length);
      usedB.fill(1, run.b, run.b + run.length);
      tiles.push(run);
    } else {
      for (const part of free) if (weigh(part) >= halves) heap.push(part);
    }
  }
  return tiles.sort((x, y) => x.a - y.a);
}

function freeParts(run: Run, usedA: Uint8Array, usedB: Uint8Array): Run[] {
  const parts: Run[] = [];
  let from = 0;
  for (let i = 0; i <= run.length; i++) {
    if (i < run.length && usedA[run.a + i] === 0 && usedB[run.b + i] === 0) continue;
    if (i > from) parts.push({ a: run.a + from, b: run.b + from, length: i - from });
    from = i + 1;
  }
  return parts;
}

class RunHeap {
  private readonly runs: Run[] = [];

  constructor(private readonly weigh: (run: Run) => number) {}

  push(run: Run): void {
    const { runs } = this;
    let at = runs.length;
    runs.push(run);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(run, runs[parent]!)) break;
      runs[at] = runs[parent]!;
      at = parent;
    }
    runs[at] = run;
  }

  pop(): Run | undefined {
    const { runs } = this;
    const top = runs[0];
    const last = runs.pop();
    if (last === undefined || runs.length === 0) return top;
    let at = 0;
    for (let child = 1; child < runs.length; child = 2 * at + 1) {
      if (child + 1 < runs.length && this.before(runs[child + 1]!, runs[child]!)) child++;
      if (!this.before(runs[child]!, last)) break;
      runs[at] = runs[child]!;
      at = child;
    }
    runs[at] = last;
    return top;
  }

  private before(x: Run, y: Run): boolean {
    const byWeight = this.weigh(x) - this.weigh(y);
    if (byWeight !== 0) return byWeight > 0;
    return x.a !== y.a ? x.a < y.a : x.b < y.b;
  }
}
