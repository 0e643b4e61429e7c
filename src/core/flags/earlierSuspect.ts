import type { MatchSide } from '../../shared/match.js';
import { momentsIn, saysWhenMade } from '../time/moments.js';

type Meta = MatchSide['meta'];

const HOUR = 3_600_000;
/** Local times run from 14 hours before UTC's to 12 after: a time without a zone may be any of them. */
const ANY_ZONE = { before: 14 * HOUR, after: 12 * HOUR };

/** From the first to the last moment that a field may mean, in milliseconds. */
type Span = readonly [from: number, to: number];

/**
 * True if both records say when they were made, and the suspect's came before the original's whatever is left open by a
 * missing time of day or zone. The fields are what each side says of itself, and prove nothing.
 */
export function isEarlier(suspect: Meta, original: Meta): boolean {
  const mine = spansOf(suspect);
  const theirs = spansOf(original);
  if (mine.length === 0 || theirs.length === 0) return false;
  return Math.max(...mine.map(([, to]) => to)) < Math.min(...theirs.map(([from]) => from));
}

function spansOf(meta: Meta): Span[] {
  return Object.keys(meta).flatMap((name): Span[] => {
    const moments = saysWhenMade(name) ? momentsIn(meta[name]!) : undefined;
    if (!moments) return [];
    const { from, to, zoned } = moments;
    return zoned ? [[from, to]] : [[from - ANY_ZONE.before, to + ANY_ZONE.after]];
  });
}
