/** The score of a finding: that of its best match. */
import type { FindingFilter, ScoreName } from '../shared/findingQuery.js';
import type { Finding } from './runModel.js';

/** Returns a count of tokens for evidence and longest run, else a share of 0 to 1. */
export function scoreOf({ best: { scores } }: Finding, name: ScoreName): number {
  return name === 'evidence' ? scores.distinctiveTokens.value : scores[name].value;
}

/** Returns the kind that a finding is shown and counted under. */
export function shownKind({ best }: Finding): FindingFilter['kinds'][number] {
  return best.reported ? best.kind : 'too-little-evidence';
}

/** True for the scores that are counts. */
export function isCount(name: ScoreName): boolean {
  return name === 'evidence' || name === 'longestRun';
}
