import type { Passage } from '../../shared/match.js';
import { heldShare, SAME } from './held.js';

interface Reportable {
  readonly reported: boolean;
  readonly passages: readonly Passage[];
}

/**
 * True if public texts, several together if need be, hold what counts in the best match of a suspect response: it may
 * come from there. `found` is what the same response shares with them, found and judged as with originals.
 */
export function isInPublicText(
  best: Reportable | undefined,
  found: readonly Reportable[],
  toll: number,
): boolean {
  if (!best?.reported || found.length === 0) return false;
  const passages = found.filter(({ reported }) => reported).flatMap((one) => one.passages);
  return heldShare(best.passages, passages, toll) >= SAME;
}
