import type { FlaggedPair } from './flaggedPair.js';

/** Share of every passage that must stand in quotations. */
const QUOTED = 0.9;
/**
 * Quotations between marks, none across another opening mark, so that a scan stays linear; and lines of a quote block.
 * Short ones are taken too, or the words between two of them would be one.
 */
const QUOTATIONS = /"[^"\n]*"|[“„][^“„”]*[”“]|«[^«»]*»|「[^「」]*」|^ {0,3}>.*$/gmu;

/**
 * True if on both sides all passages stand in quotation marks or quote blocks, so that each may quote a third source.
 * A long string in code looks the same.
 */
export function isQuoted({ suspect, original, passages }: FlaggedPair): boolean {
  if (passages.length === 0) return false;
  const mine = quotations(suspect);
  if (mine.length === 0) return false;
  const theirs = quotations(original);
  return passages.every((passage) => isInside(passage.suspect, mine) && isInside(passage.original, theirs));
}

type Stretch = readonly [number, number];

function quotations(text: string): Stretch[] {
  return Array.from(text.matchAll(QUOTATIONS), ({ index, 0: found }) => [index, index + found.length]);
}

function isInside([from, to]: Stretch, stretches: readonly Stretch[]): boolean {
  const inside = stretches.reduce(
    (sum, [start, end]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)),
    0,
  );
  return inside >= QUOTED * (to - from);
}
