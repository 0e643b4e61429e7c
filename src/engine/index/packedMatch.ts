/** Matches as threads hand them over. */
import type { FindingOrderKey } from '../../core/match/order.js';
import type { Match } from '../../shared/match.js';

/** A match but for the suspect's address, which equal suspects do not share. */
export interface HalfMatch extends Omit<Match, 'suspect'> {
  /** What the original answers, or how that begins. */
  readonly prompt: string;
}

/** What orders a match, and the whole as JSON. */
export interface PackedMatch extends FindingOrderKey {
  readonly json: string;
}

/** The match, packed. */
export function packMatch(match: HalfMatch): PackedMatch {
  const { pair, kind, reported, scores, original } = match;
  const { path, record, pointer, range, sha256 } = original;
  const { distinctiveTokens, containmentSuspect, jaccard } = scores;
  return {
    pair,
    kind,
    reported,
    scores: {
      distinctiveTokens: { value: distinctiveTokens.value },
      containmentSuspect: { value: containmentSuspect.value },
      jaccard: { value: jaccard.value },
    },
    original: { path, record, pointer, sha256, ...(range && { range }) },
    json: JSON.stringify(match),
  };
}
