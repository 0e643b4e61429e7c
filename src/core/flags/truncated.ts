import type { FlaggedPair } from './flaggedPair.js';

/** Share of the suspect that the passages must cover. */
const COVERED = 0.9;
/** Code units that may stand between an edge of a text and its passages. */
const EDGE = 24;
/** What must be missing: so many code units, and this share of the original. */
const MISSING = { units: 80, share: 0.2 };

/**
 * True if the suspect is the beginning of the original, or its end, and nothing much besides: a quotation from the
 * middle is not, nor one in a longer text.
 */
export function isTruncated({ suspect, original, passages }: FlaggedPair): boolean {
  const whole = suspect.trim().length;
  const covered = passages.reduce((sum, passage) => sum + passage.suspect[1] - passage.suspect[0], 0);
  if (whole === 0 || covered < COVERED * whole) return false;
  const starts = Math.min(...passages.map((passage) => passage.original[0]));
  const ends = Math.max(...passages.map((passage) => passage.original[1]));
  const before = original.slice(0, starts).trim().length;
  const after = original.slice(ends).trim().length;
  const missing = Math.max(MISSING.units, MISSING.share * original.trim().length);
  return (before <= EDGE && after >= missing) || (after <= EDGE && before >= missing);
}
