/** Nouns of a review: what reviewers say of a pair, and how far a review is. */
import type { ChainDamage } from './chain.js';
import type { FindingId } from './findingQuery.js';
import type { RouteMarks } from './route.js';

/** `cleared` takes a verdict back; the note stays until it is emptied. */
export const VERDICTS = ['confirmed', 'dismissed', 'unsure', 'cleared'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One entry of a reviewer's verdict file: the latest of a pair is what the reviewer says of it. */
export interface VerdictEntry {
  /** The pair's content-made id, so that verdicts survive a re-run, a re-order and a rename. */
  readonly pair: string;
  readonly verdict: Verdict;
  /** "" for none. */
  readonly note: string;
  /** Innocent routes that the reviewer set or cleared; absent if none. */
  readonly routes?: RouteMarks;
  readonly reviewer: string;
  /** ISO 8601, UTC; the entries of one step have the same. */
  readonly time: string;
  /** This entry takes back the step of that time, or does it again. */
  readonly undo?: string;
  readonly redo?: string;
}

/** What one reviewer says of a pair now; `cleared` with a note is a note without a verdict. */
export type Judgement = Omit<VerdictEntry, 'pair' | 'undo' | 'redo'>;

/** How a finding stands with one reviewer: open until judged. */
export const VERDICT_STATES = ['open', 'confirmed', 'dismissed', 'unsure'] as const;
export type VerdictState = (typeof VERDICT_STATES)[number];

/** What a list can be filtered by; `disagreement`: one reviewer confirmed what another dismissed. */
export const VERDICT_FILTERS = [...VERDICT_STATES, 'disagreement'] as const;
export type VerdictFilter = (typeof VERDICT_FILTERS)[number];

/** How many reported findings stand how with one reviewer, and where reviewers disagree. */
export type VerdictCounts = Readonly<Record<VerdictFilter, number>>;

/** How far the reviewer is with the reported findings of a run. */
export interface ReviewProgress {
  readonly reviewer: string;
  readonly total: number;
  readonly counts: VerdictCounts;
  /** Reported findings with an innocent route, as the reviewer sees them. */
  readonly routed: number;
  /** Names of the others whose verdicts lie in the case. */
  readonly others: readonly string[];
  readonly damages: readonly ChainDamage[];
}

/** How a finding stands after a change of verdicts. */
export interface FindingState {
  readonly finding: FindingId;
  readonly state: VerdictState;
  readonly disagreement: boolean;
}

/** What judging or undoing changed: every finding of the run that holds one of the pairs. */
export interface ReviewChange {
  readonly changed: readonly FindingState[];
  /** Pairs that an undo left alone, since they were judged again elsewhere meanwhile. */
  readonly leftAlone: number;
  readonly progress: ReviewProgress;
}

/** A simple random sample of a run's reported findings, the same for the same run, seed and size. */
export interface SampleRequest {
  readonly size: number;
  readonly seed: number;
}
