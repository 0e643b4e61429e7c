import { KINDS, type Match, type MatchSide, type Ratio } from '../../shared/match.js';

type Value = Pick<Ratio, 'value'>;
export type Place = Pick<MatchSide, 'path' | 'record' | 'pointer' | 'range' | 'sha256'>;

/** What orders a match. */
export interface OrderKey extends ScoresKey {
  readonly pair: string;
  readonly suspect: Place;
  readonly original: Place;
}

/** What orders the matches of one suspect response, which have the same suspect. */
export type FindingOrderKey = Omit<OrderKey, 'suspect'> & Pick<Match, 'kind'>;

/** The scores among it, which go before all else. */
export interface ScoresKey extends Pick<Match, 'reported'> {
  readonly scores: {
    readonly distinctiveTokens: Value;
    readonly containmentSuspect: Value;
    readonly jaccard: Value;
  };
}

/**
 * The total order of matches, everywhere: reported first, then more distinctive tokens, containment of the suspect
 * and Jaccard, then the places of suspect and original. Strings are compared by code units, so no locale matters.
 */
export function compareMatches(a: OrderKey, b: OrderKey): number {
  return (
    compareScores(a, b) ||
    a.suspect.record - b.suspect.record ||
    compareStrings(a.suspect.pointer, b.suspect.pointer) ||
    compareStrings(a.original.sha256, b.original.sha256) ||
    comparePlaces(a.original, b.original) ||
    comparePlaces(a.suspect, b.suspect) ||
    compareStrings(a.pair, b.pair)
  );
}

/**
 * The order of the matches of one suspect response: the same, but where all scores are equal an identical original
 * goes before a normalised one, so that no tie can push it beyond the cap.
 */
export function compareWithinFinding(a: FindingOrderKey, b: FindingOrderKey): number {
  return (
    compareScores(a, b) ||
    compareOriginals(a, b) ||
    comparePlaces(a.original, b.original) ||
    compareStrings(a.pair, b.pair)
  );
}

/** What orders matches of one suspect and of equal scores before all else. */
export interface OriginalKey extends Pick<Match, 'kind'> {
  readonly original: Pick<Place, 'sha256' | 'path' | 'record'>;
}

/** The order of {@link compareWithinFinding} where scores are equal, as far as the original's record. */
export function compareOriginals({ kind, original }: OriginalKey, other: OriginalKey): number {
  return (
    KINDS.indexOf(kind) - KINDS.indexOf(other.kind) ||
    compareStrings(original.sha256, other.original.sha256) ||
    compareStrings(original.path, other.original.path) ||
    original.record - other.original.record
  );
}

function compareScores(a: ScoresKey, b: ScoresKey): number {
  return (
    Number(b.reported) - Number(a.reported) ||
    b.scores.distinctiveTokens.value - a.scores.distinctiveTokens.value ||
    b.scores.containmentSuspect.value - a.scores.containmentSuspect.value ||
    b.scores.jaccard.value - a.scores.jaccard.value
  );
}

function comparePlaces(a: Place, b: Place): number {
  return (
    compareStrings(a.path, b.path) ||
    a.record - b.record ||
    compareStrings(a.pointer, b.pointer) ||
    (a.range?.[0] ?? -1) - (b.range?.[0] ?? -1) ||
    (a.range?.[1] ?? -1) - (b.range?.[1] ?? -1)
  );
}

function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
