/** Bins for the distribution of a score over findings. */

/** At most so many bins: as many as are still told apart in a side bar. */
const MOST_BINS = 26;
const SHARE_BINS = 20;

/** Edges of equal bins from 0 to 1, for scores that are shares. */
export function shareEdges(): number[] {
  return Array.from({ length: SHARE_BINS + 1 }, (_, at) => at / SHARE_BINS);
}

/**
 * Whole edges for counts from `least` to `most`, each bin about the same factor wider than the one before: most
 * findings have little, a few have very much, and both must show. The last edge is beyond `most`.
 */
export function countEdges(least: number, most: number): number[] {
  const first = Math.floor(least);
  const end = Math.floor(most) + 1;
  const factor = (end / Math.max(first, 1)) ** (1 / MOST_BINS);
  const edges = [first];
  for (let at = first; at < end;) {
    at = Math.min(end, Math.max(at + 1, Math.round(at * factor)));
    edges.push(at);
  }
  return edges;
}

/** The bin that holds `value`, 0-based; values beyond the edges count in the outermost bins. */
export function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
