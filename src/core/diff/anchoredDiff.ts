/** The differences of long texts: what is known to be shared holds them together, words are compared in between. */
import type { Change } from '../../shared/engineCalls.js';
import type { Span } from '../../shared/dataset.js';
import { ChangeList } from './changes.js';
import { wordDiffSteps, type DiffLimits } from './wordDiff.js';

/** A stretch that both texts share but for case, marks and spacing, and its weight in tokens. */
export interface Anchor {
  readonly suspect: Span;
  readonly original: Span;
  readonly tokens: number;
}

/** Longer stretches of which less than this is equal are shown as replaced: stray common words are no alignment. */
const EQUAL_FROM = 0.4;
const LONG = 200;

export interface AnchoredDiff {
  /** In order; they cover both texts. */
  readonly changes: readonly Change[];
  /** True if some part was too long for words. */
  readonly coarse: boolean;
}

/**
 * The word-level differences of two texts that have `anchors` in common; of those that cross, the heaviest that don't
 * are kept. In steps, as {@link wordDiffSteps}; each stretch between two anchors has `limits` for itself.
 */
export function* anchoredDiff(
  suspect: string,
  original: string,
  anchors: readonly Anchor[],
  limits: DiffLimits,
): Generator<void, AnchoredDiff> {
  const list = new ChangeList();
  let coarse = false;
  let [atA, atB] = [0, 0];
  const until = function* (toA: number, toB: number): Generator<void> {
    const [a, b] = [suspect.slice(atA, toA), original.slice(atB, toB)];
    const diff = yield* wordDiffSteps(a, b, limits);
    coarse ||= diff.coarse;
    if (diff.total > LONG && 2 * diff.equal < EQUAL_FROM * diff.total) {
      list.add('delete', a.length);
      list.add('insert', b.length);
    } else {
      for (const { op, ...spans } of diff.changes) {
        const [start, end] = op === 'insert' ? spans.original : spans.suspect;
        list.add(op, end - start);
      }
    }
    [atA, atB] = [toA, toB];
  };
  for (const { suspect: a, original: b } of heaviestChain(anchors)) {
    if (a[0] < atA || b[0] < atB || a[1] > suspect.length || b[1] > original.length) continue;
    yield* until(a[0], b[0]);
    yield* until(a[1], b[1]);
  }
  yield* until(suspect.length, original.length);
  return { changes: list.changes, coarse };
}

/**
 * The anchors of the greatest total weight that follow each other in both texts (heaviest increasing subsequence,
 * by a tree of prefix maxima).
 */
export function heaviestChain(anchors: readonly Anchor[]): Anchor[] {
  const sorted = anchors
    .filter(({ suspect: [a, b], original: [c, d] }) => a < b && c < d)
    .sort((p, q) => p.suspect[0] - q.suspect[0] || q.original[0] - p.original[0]);
  const ends = [...new Set(sorted.map(({ original }) => original[1]))].sort((p, q) => p - q);
  const tree = new PrefixMaximum(ends.length);
  const weights = new Float64Array(sorted.length);
  const before = new Int32Array(sorted.length).fill(-1);
  let best = -1;
  sorted.forEach(({ original, tokens }, at) => {
    // Only anchors that end before this one starts; those of the suspect do, since seeds do not overlap there.
    const reach = lowerBound(ends, original[0] + 1);
    const previous = tree.best(reach);
    before[at] = previous;
    weights[at] = tokens + (previous < 0 ? 0 : weights[previous]!);
    tree.raise(lowerBound(ends, original[1]), at, weights);
    if (best < 0 || weights[at] > weights[best]!) best = at;
  });
  const chain: Anchor[] = [];
  for (let at = best; at >= 0; at = before[at]!) chain.push(sorted[at]!);
  return chain.reverse();
}

/** For every prefix of the places, the item of the greatest weight (Fenwick tree). */
class PrefixMaximum {
  readonly #items: Int32Array;
  #weights: Float64Array = new Float64Array(0);

  constructor(readonly size: number) {
    this.#items = new Int32Array(size + 1).fill(-1);
  }

  /** The best item among the first `count` places, or −1. */
  best(count: number): number {
    let best = -1;
    for (let at = count; at > 0; at -= at & -at) best = this.#better(best, this.#items[at]!);
    return best;
  }

  raise(place: number, item: number, weights: Float64Array): void {
    this.#weights = weights;
    for (let at = place + 1; at <= this.size; at += at & -at)
      this.#items[at] = this.#better(this.#items[at]!, item);
  }

  #better(a: number, b: number): number {
    if (a < 0 || b < 0) return Math.max(a, b);
    return this.#weights[b]! > this.#weights[a]! ? b : a;
  }
}

/** How many of the ascending `values` are below `value`. */
function lowerBound(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
