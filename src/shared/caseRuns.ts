/** Nouns of a case folder: the runs that lie in it, and how two of them differ. */
import type { Family } from './calibration.js';
import type { Kind, MatchSide } from './match.js';
import type { Parameters, RunCounts, RunKind } from './run.js';

/** The files of a comparison. Paths are absolute. */
export interface ComparedFiles {
  readonly suspects: readonly string[];
  readonly originals: readonly string[];
  readonly controls: readonly string[];
  /** Controls that the user grouped; the others are a family of their own each. */
  readonly families: readonly Family[];
  readonly templates: readonly string[];
  readonly publicTexts: readonly string[];
}

/** A finished run, as a list shows it. */
export interface RunSummary extends ComparedFiles {
  /** Folder of the run. */
  readonly dir: string;
  readonly run: string;
  readonly kind: RunKind;
  /** ISO 8601; absent where timing.json is. */
  readonly started?: string;
  readonly seconds?: number;
  readonly counts: RunCounts;
  readonly parameters: Parameters;
}

/** A folder among the runs that holds none that can be read. */
export interface DamagedRun {
  readonly dir: string;
  readonly reason: string;
}

export type ListedRun = RunSummary | DamagedRun;

/** What both runs say of one pair; a side is absent where the run does not report the pair. */
export interface PairDifference {
  readonly pair: string;
  readonly before?: PairState;
  readonly after?: PairState;
}

/** A reported pair in one run: where it stands there, and how strong it is. */
export interface PairState {
  readonly finding: number;
  /** Which of the finding's kept originals, 0-based. */
  readonly index: number;
  readonly kind: Kind;
  readonly evidence: number;
  readonly suspect: Pick<MatchSide, 'path' | 'record' | 'line'>;
  readonly original: Pick<MatchSide, 'path' | 'record' | 'line'>;
}

/** Reported pairs of two runs, told apart by what the texts are and not by where they stand. Strongest first. */
export interface RunDifference {
  readonly added: readonly PairDifference[];
  readonly gone: readonly PairDifference[];
  /** Reported in both, with another kind or other evidence. */
  readonly changed: readonly PairDifference[];
  /** Reported in both alike: how many. */
  readonly same: number;
}
