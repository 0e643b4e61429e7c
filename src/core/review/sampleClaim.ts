/** What a random sample of findings says of all of them. */
import type { VerdictState } from '../../shared/verdict.js';
import { clopperPearson } from '../statistics/clopperPearson.js';

export const SAMPLE_LEVEL = 0.95;

export interface SampleClaim {
  /** Share of all findings that the reviewer would confirm: at least, at most. */
  readonly lower: number;
  readonly upper: number;
  /** Drawn findings that are unsure or not judged yet: they count for neither side, and widen the interval. */
  readonly undecided: number;
  /** Everything was drawn: the bounds are counted, not estimated. */
  readonly whole: boolean;
}

/**
 * The interval for the share of confirmed findings among `population`, from the counts of a simple random sample.
 * Lower bound: Clopper–Pearson's with every undecided finding taken as not confirmed; upper bound: with every one taken
 * as confirmed. Drawing without putting back makes it cover more, not less.
 */
export function sampleClaim(counts: Readonly<Record<VerdictState, number>>, population: number): SampleClaim {
  const { open, confirmed, dismissed, unsure } = counts;
  const drawn = open + confirmed + dismissed + unsure;
  const undecided = open + unsure;
  if (drawn >= population && drawn > 0) {
    return { lower: confirmed / drawn, upper: (confirmed + undecided) / drawn, undecided, whole: true };
  }
  return {
    lower: clopperPearson(confirmed, drawn, SAMPLE_LEVEL).lower,
    upper: clopperPearson(confirmed + undecided, drawn, SAMPLE_LEVEL).upper,
    undecided,
    whole: false,
  };
}
