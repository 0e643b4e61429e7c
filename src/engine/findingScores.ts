/** The score of a finding: that of its best match. */
import type { FindingFilter, ScoreName } from '../shared/findingQuery.js';
import type { Finding } from './runModel.js';

/** Returns a count of tokens for evidence and longest run, bits (0 where an older run has none), else a share of 0 to 1. */
export function scoreOf(finding: Finding, name: ScoreName): number {
  return finding.score(name) || 0;
}

/** Returns the kind that a finding is shown and counted under. */
export function shownKind({ best }: Finding): FindingFilter['kinds'][number] {
  return best.reported ? best.kind : 'too-little-evidence';
}
