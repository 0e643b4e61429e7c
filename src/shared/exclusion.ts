/** Texts that reviewers excluded by hand: what a response shares with one is explained and counts nothing. */
import type { ChainDamage } from './chain.js';

export interface Exclusion {
  readonly text: string;
  /** Why it proves nothing, in the reviewer's words. */
  readonly because: string;
}

/** One entry of a reviewer's exclusions file; the latest of a text, whoever wrote it, says whether it is excluded. */
export interface ExclusionEntry extends Exclusion {
  /** True where the text counts again from here on. */
  readonly withdrawn?: true;
  readonly reviewer: string;
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** The exclusions of a case as they stand. */
export interface Exclusions {
  /** Ordered by text, so that they are the same for the same case. */
  readonly standing: readonly ExclusionEntry[];
  readonly damages: readonly ChainDamage[];
}

/** Far more than a passage, and little enough to keep in a run's parameters. */
export const LONGEST_EXCLUSION = 100_000;
