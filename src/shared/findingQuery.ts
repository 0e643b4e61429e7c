/** What the list of findings can be asked for: filter, order, groups, distribution. */
import type { Kind } from './match.js';
import type { SampleRequest, VerdictFilter } from './verdict.js';

/** Findings are addressed by their number in the run's own order (best first), 0-based. */
export type FindingId = number;

/** Scores that every match has, bits only since they are stored: findings are sorted, filtered and counted by that of their best match. */
export const SCORE_NAMES = [
  'evidence',
  'evidenceBits',
  'jaccard',
  'containmentSuspect',
  'containmentOriginal',
  'longestRun',
] as const;
export type ScoreName = (typeof SCORE_NAMES)[number];

/** True for scores that count tokens or bits; the others are shares. */
export function isCount(score: ScoreName): boolean {
  return score === 'evidence' || score === 'evidenceBits' || score === 'longestRun';
}

export const SORTS = [...SCORE_NAMES, 'position'] as const;
export type Sort = (typeof SORTS)[number];

export type SideName = 'suspect' | 'original';

/** `from` ≤ score < `to`; without an end it is open there. */
export interface ScoreRange {
  readonly score: ScoreName;
  readonly from?: number;
  readonly to?: number;
}

/** Findings whose record on that side has `value` in a metadata field, without regard to case. */
export interface MetaFilter {
  readonly side: SideName;
  readonly field: string;
  readonly value: string;
  /** The whole value, not a part of it. */
  readonly exact: boolean;
}

/** Findings whose record on that side may have been made within days, "2025-11-04", by one of its fields. */
export interface TimeRange {
  readonly side: SideName;
  readonly field: string;
  /** The first and the last day, both within; without one it is open there. */
  readonly from?: string;
  readonly to?: string;
}

/** All must hold; an empty list filters nothing. */
export interface FindingFilter {
  /** Kinds to show; `too-little-evidence` are the findings that have only unreported matches. */
  readonly kinds: readonly (Kind | 'too-little-evidence')[];
  /** Free text in either side, as text; "" for all. */
  readonly text: string;
  readonly ranges: readonly ScoreRange[];
  /** Absolute paths: suspects in one of the suspects' files, originals in one of the originals'. */
  readonly files: readonly string[];
  /** One of these flags. */
  readonly flags: readonly string[];
  readonly meta: readonly MetaFilter[];
  readonly times: readonly TimeRange[];
  /** Whose verdicts count as judged; nobody's when absent. */
  readonly reviewer?: string;
  /** How the findings may stand with the reviewer; in any way when absent or empty. */
  readonly verdicts?: readonly VerdictFilter[];
  /** Only this random sample of the reported findings. */
  readonly sample?: SampleRequest | undefined;
}

/** A filter that only the kinds narrow. */
export const NO_FILTER: Omit<FindingFilter, 'kinds'> = {
  text: '',
  ranges: [],
  files: [],
  flags: [],
  meta: [],
  times: [],
  verdicts: [],
  sample: undefined,
};

/** Findings under one heading have this in common; "passage" is a stretch of shared text, whatever the pair. */
export type Grouping =
  | { readonly by: 'none' }
  | { readonly by: 'original' | 'text' | 'passage' | 'file' }
  | { readonly by: 'meta'; readonly side: SideName; readonly field: string };

export interface FindingQuery extends FindingFilter {
  /** Its folder. */
  readonly run: string;
  readonly sort: Sort;
  readonly group: Grouping;
}

export interface FindingGroup {
  readonly size: number;
  /** How many of its findings are of each kind; kinds that none is of are absent. */
  readonly kinds: Readonly<Partial<Record<FindingFilter['kinds'][number], number>>>;
  /** The most evidence that one of them has, in distinctive tokens. */
  readonly best: number;
  /** What its findings have in common, where that is a name; other headings are asked for by their first finding. */
  readonly label?: string;
  /** The findings that have nothing in common with another one. */
  readonly rest?: true;
}

/** The list is virtual: all ids in their order, rows are asked for by range. */
export interface FindingList {
  readonly total: number;
  readonly ids: readonly FindingId[];
  /** Those of them that the query's reviewer has judged. */
  readonly judged: readonly FindingId[];
  /** Neighbouring ids, the largest group first; absent where nothing is grouped. */
  readonly groups?: readonly FindingGroup[];
}

/** How the findings of a query are distributed over a score, whatever range of that score it asks for. */
export interface Histogram {
  readonly score: ScoreName;
  /** Ascending; one more than bins. A bin holds edge ≤ score < next edge, the last one its end as well. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** The same bins over the controls, scaled to as many responses as the suspect has, where there are any. */
  readonly controls?: readonly number[];
}

export interface FacetFile {
  readonly path: string;
  /** Relative to the workspace, for people. */
  readonly label: string;
  readonly side: SideName;
  readonly findings: number;
}

export interface FacetField {
  readonly side: SideName;
  readonly field: string;
  /** The most frequent values. */
  readonly values: readonly { readonly value: string; readonly findings: number }[];
  /** How many different ones there are. */
  readonly distinct: number;
  /** The first and the last day, where the field holds times. */
  readonly days?: { readonly from: string; readonly to: string };
}

/** What a run's findings can be filtered and grouped by. */
export interface Facets {
  readonly files: readonly FacetFile[];
  readonly flags: readonly { readonly flag: string; readonly findings: number }[];
  readonly fields: readonly FacetField[];
}
