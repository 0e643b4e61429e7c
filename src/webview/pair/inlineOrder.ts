/** Both texts in one column: equal text once, then what only the suspect has, then what only the original has. */
import type { PairView } from '../../shared/engineCalls.js';
import type { Span } from '../../shared/dataset.js';
import { segments, type Segment } from '../../core/match/segments.js';

/** The segments of both sides in reading order of the diff. */
export function* inlineOrder(view: PairView): Generator<Segment> {
  const suspect = cutter(segments(view, 'suspect'));
  const original = cutter(segments(view, 'original'));
  for (const change of view.changes) {
    if (change.op === 'insert') {
      for (const segment of original(change.original)) yield { ...segment, changed: true };
    } else {
      for (const segment of suspect(change.suspect)) {
        yield change.op === 'delete' ? { ...segment, changed: true } : without(segment);
      }
    }
  }
}

function without(segment: Segment): Segment {
  const copy: { -readonly [K in keyof Segment]: Segment[K] } = { ...segment };
  delete copy.changed;
  return copy;
}

/** Cuts the parts of ascending spans out of a side's segments. */
function cutter(all: readonly Segment[]): (span: Span) => Generator<Segment> {
  let i = 0;
  return function* ([start, end]) {
    while (i < all.length && all[i]!.end <= start) i++;
    for (; i < all.length && all[i]!.start < end; i++) {
      const segment = all[i]!;
      yield { ...segment, start: Math.max(segment.start, start), end: Math.min(segment.end, end) };
      if (segment.end > end) return;
    }
  };
}
