import type { FlaggedPair } from './flaggedPair.js';

/** Share of every passage that must stand in quotations. */
const QUOTED = 0.9;
/**
 * Quotations between marks, none across another opening mark, so that a scan stays linear; and lines of a quote block,
 * but not those of an interpreter's prompt. Short ones are taken too, or the words between two of them would be one.
 */
const QUOTATIONS = /"[^"\n]*"|[“„][^“„”]*[”“]|«[^«»]*»|「[^「」]*」|^ {0,3}>(?!>>).*$/gmu;

/**
 * True if on both sides all passages stand in quotation marks or quote blocks, with words around them, so that each may
 * quote a third source: what is a quotation as a whole may as well have been written so. A long string in code looks the
 * same.
 */
export function isQuoted({ suspect, original, passages }: FlaggedPair): boolean {
  if (passages.length === 0) return false;
  const mine = quotations(suspect);
  if (mine.length === 0) return false;
  const theirs = quotations(original);
  if (!saysMore(suspect, mine) || !saysMore(original, theirs)) return false;
  return passages.every((passage) => isInside(passage.suspect, mine) && isInside(passage.original, theirs));
}

type Stretch = readonly [number, number];

function saysMore(text: string, stretches: readonly Stretch[]): boolean {
  let from = 0;
  const around = stretches.map(([start, end]) => {
    const before = text.slice(from, start);
    from = end;
    return before;
  });
  return [...around, text.slice(from)].some((one) => /\p{L}/u.test(one));
}

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
