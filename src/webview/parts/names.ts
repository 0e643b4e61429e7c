/** What the kinds, sorts and reasons are called on screen. */
import type { FindingQuery, Grouping, ScoreName, ScoreRange, Sort } from '../../shared/findingQuery.js';
import { KINDS, type Kind } from '../../shared/match.js';
import { share, whole } from './numbers.js';

export type ShownKind = FindingQuery['kinds'][number];

/** Every kind the list can show, in the order of the header. */
export const SHOWN_KINDS: readonly ShownKind[] = [...KINDS, 'too-little-evidence'];

/** "too-little-evidence" → "too little evidence" */
export function kindName(kind: ShownKind): string {
  return kind === 'too-little-evidence' ? 'too little evidence' : kind;
}

/** The kind under which a row is counted in the header. */
export function shownKind(row: { readonly kind: Kind; readonly reported: boolean }): ShownKind {
  return row.reported ? row.kind : 'too-little-evidence';
}

export const SCORE_LABELS: readonly (readonly [ScoreName, string])[] = [
  ['evidence', 'Evidence'],
  ['evidenceBits', 'Evidence bits'],
  ['jaccard', 'Jaccard'],
  ['containmentSuspect', 'Share of suspect'],
  ['containmentOriginal', 'Share of original'],
  ['longestRun', 'Longest run'],
];

export const SORT_NAMES: readonly (readonly [Sort, string])[] = [
  ...SCORE_LABELS,
  ['position', 'Position in file'],
];

export const GROUP_NAMES: readonly (readonly [Exclude<Grouping['by'], 'meta'>, string])[] = [
  ['none', 'Not grouped'],
  ['original', 'By original'],
  ['text', 'By equal text'],
  ['passage', 'By shared passage'],
  ['file', 'By file'],
];

/** What a score is called; "Evidence" */
export function scoreName(score: ScoreName): string {
  return SCORE_LABELS.find(([name]) => name === score)![1];
}

/** True for scores that count tokens or bits; the others are shares. */
export function isCount(score: ScoreName): boolean {
  return score === 'evidence' || score === 'evidenceBits' || score === 'longestRun';
}

/** A value of a score as people read it. */
export function scoreValue(score: ScoreName, value: number): string {
  return isCount(score) ? whole(value) : share(value);
}

/** "40 to 119", "from 40", "below .50"; counts are whole, so their end is named as the last one that is in. */
export function rangeText({ score, from, to }: ScoreRange): string {
  const last = to === undefined ? undefined : scoreValue(score, isCount(score) ? to - 1 : to);
  const first = from === undefined ? undefined : scoreValue(score, from);
  if (first === undefined) return isCount(score) ? `up to ${last}` : `below ${last}`;
  if (last === undefined) return `from ${first}`;
  return first === last ? first : `${first} to ${last}`;
}
