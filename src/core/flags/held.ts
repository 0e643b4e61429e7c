import type { Span } from '../../shared/dataset.js';
import type { Passage } from '../../shared/match.js';

/** Share of what counts in a match that other texts must have as well, for it to be theirs too. */
export const SAME = 0.9;

/**
 * Of the shared runs in `passages` that count, the share of tokens that lie, on the suspect's side, inside passages of
 * `others` that count; 0 where none count. Of a run that lies there in part, its share of characters.
 */
export function heldShare(passages: readonly Passage[], others: readonly Passage[], toll: number): number {
  const counted = (passage: Passage) => passage.score > toll;
  const seeds = passages.filter(counted).flatMap((passage) => passage.seeds);
  const spans = union(others.filter(counted).map(({ suspect }) => suspect));
  let whole = 0;
  let held = 0;
  for (const { suspect, tokens } of seeds) {
    whole += tokens;
    held += (tokens * covered(suspect, spans)) / (suspect[1] - suspect[0]);
  }
  return whole === 0 ? 0 : held / whole;
}

/** The spans without overlaps, ascending. */
function union(spans: readonly Span[]): Span[] {
  const apart: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = apart.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}

/** Code units of the span that lie in one of the others, which do not overlap. */
function covered([from, to]: Span, spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0);
}
