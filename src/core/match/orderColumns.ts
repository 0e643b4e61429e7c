/** What orders matches, as numbers and strings: where the first that differs is less, a match goes first. */
import { KINDS } from '../../shared/match.js';
import type { FindingOrderKey, OrderKey, Place, ScoresKey } from './order.js';

export type Columns = readonly (number | string)[];

/** Hexadecimal digits that a double holds exactly. */
const DIGITS = 13;

/** Columns in the order of `compareMatches`. Hashes must be in hexadecimal digits. */
export function matchColumns(match: OrderKey): Columns {
  const { pair, suspect, original } = match;
  return [
    ...scoreColumns(match),
    suspect.record,
    suspect.pointer,
    ...hashColumns(original.sha256),
    ...placeColumns(original),
    suspect.path,
    ...rangeColumns(suspect),
    ...pairColumns(pair),
  ];
}

/** Columns in the order of `compareWithinFinding`. Hashes must be in hexadecimal digits. */
export function findingColumns(match: FindingOrderKey): Columns {
  const { kind, original, pair } = match;
  return [
    ...scoreColumns(match),
    KINDS.indexOf(kind),
    ...hashColumns(original.sha256),
    ...placeColumns(original),
    ...pairColumns(pair),
  ];
}

/** The first columns of both: of the scores, all numbers. */
export function scoreColumns({ reported, scores }: ScoresKey): [number, number, number, number] {
  const { distinctiveTokens, containmentSuspect, jaccard } = scores;
  return [-Number(reported), -distinctiveTokens.value, -containmentSuspect.value, -jaccard.value];
}

function hashColumns(sha256: string): number[] {
  return [0, 1, 2, 3, 4].map((part) => parseInt(sha256.slice(DIGITS * part, DIGITS * (part + 1)), 16));
}

function placeColumns(place: Place): Columns {
  return [place.path, place.record, place.pointer, ...rangeColumns(place)];
}

function rangeColumns({ range }: Place): number[] {
  return [range?.[0] ?? -1, range?.[1] ?? -1];
}

function pairColumns(pair: string): number[] {
  return [parseInt(pair.slice(0, 8), 16), parseInt(pair.slice(8), 16)];
}
