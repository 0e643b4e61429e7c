/** What the kinds, sorts and reasons are called on screen. */
import {
  isCount,
  type FindingQuery,
  type Grouping,
  type ScoreName,
  type ScoreRange,
  type SideName,
  type Sort,
} from '../../shared/findingQuery.js';
import { KINDS, type Kind } from '../../shared/match.js';
import { t } from './l10n.js';
import { share, whole } from './numbers.js';

export type ShownKind = FindingQuery['kinds'][number];

/** Every kind the list can show, in the order of the header. */
export const SHOWN_KINDS: readonly ShownKind[] = [...KINDS, 'too-little-evidence'];

const KIND_NAMES: Readonly<Record<ShownKind, string>> = {
  identical: t('identical'),
  normalised: t('normalised'),
  'near-duplicate': t('near-duplicate'),
  partial: t('partial'),
  'too-little-evidence': t('too little evidence'),
};

/** "too-little-evidence" → "too little evidence" */
export function kindName(kind: ShownKind): string {
  return KIND_NAMES[kind];
}

const SIDE_NAMES: Readonly<Record<SideName, string>> = { suspect: t('suspect'), original: t('original') };

/** The word for a side of a pair. */
export function sideName(side: SideName): string {
  return SIDE_NAMES[side];
}

const FLAG_NAMES: ReadonlyMap<string, string> = new Map([
  ['homoglyphs', t('homoglyphs')],
  ['zero-width characters', t('zero-width characters')],
  ['names swapped', t('names swapped')],
  ['paragraphs reordered', t('paragraphs reordered')],
  ['prompt changed', t('prompt changed')],
  ['Markdown stripped', t('Markdown stripped')],
  ['truncated', t('truncated')],
  ['originals merged', t('originals merged')],
  ['split over turns', t('split over turns')],
  ['in public text', t('in public text')],
  ['several originals', t('several originals')],
  ['third source', t('third source')],
  ['suspect earlier', t('suspect earlier')],
]);

/** The word for a flag or an innocent route; one of a later version stands as it is. */
export function flagName(flag: string): string {
  return FLAG_NAMES.get(flag) ?? flag;
}

/** The kind under which a row is counted in the header. */
export function shownKind(row: { readonly kind: Kind; readonly reported: boolean }): ShownKind {
  return row.reported ? row.kind : 'too-little-evidence';
}

export const SCORE_LABELS: readonly (readonly [ScoreName, string])[] = [
  ['evidence', t('Evidence')],
  ['evidenceBits', t('Evidence bits')],
  ['jaccard', 'Jaccard'],
  ['containmentSuspect', t('Share of suspect')],
  ['containmentOriginal', t('Share of original')],
  ['longestRun', t('Longest run')],
];

/** With the direction, which tells the order from the score of the histogram where there is no room for a label. */
export const SORT_NAMES: readonly (readonly [Sort, string])[] = [
  ...SCORE_LABELS.map(([score, label]) => [score, `${label} ↓`] as const),
  ['position', `${t('Position in file')} ↑`],
];

export const GROUP_NAMES: readonly (readonly [Exclude<Grouping['by'], 'meta'>, string])[] = [
  ['none', t('Not grouped')],
  ['original', t('By original')],
  ['text', t('By equal text')],
  ['passage', t('By shared passage')],
  ['file', t('By file')],
];

/** What a score is called; "Evidence" */
export function scoreName(score: ScoreName): string {
  return SCORE_LABELS.find(([name]) => name === score)![1];
}

/** A value of a score as people read it. */
export function scoreValue(score: ScoreName, value: number): string {
  return isCount(score) ? whole(value) : share(value);
}

/** "40 to 119", "from 40", "below .50"; counts are whole, so their end is named as the last one that is in. */
export function rangeText({ score, from, to }: ScoreRange): string {
  const last = to === undefined ? undefined : scoreValue(score, isCount(score) ? to - 1 : to);
  const first = from === undefined ? undefined : scoreValue(score, from);
  if (first === undefined) return isCount(score) ? t('up to {0}', last!) : t('below {0}', last!);
  if (last === undefined) return t('from {0}', first);
  return first === last ? first : t('{0} to {1}', first, last);
}
