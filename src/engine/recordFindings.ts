/** Findings as the editor shows them above a record: best match in numbers, and where the originals stand. */
import type { FindingId, RecordFinding } from '../shared/engineCalls.js';
import type { RunReview } from './review/runReview.js';
import type { RunModel } from './runModel.js';

/** Returns the findings `ids` with the addresses of all their kept originals, and how they stand with `reviewer`. */
export async function recordFindings(
  model: RunModel,
  review: RunReview,
  ids: readonly FindingId[],
  reviewer: string | undefined,
): Promise<RecordFinding[]> {
  const findings: RecordFinding[] = [];
  for (const id of ids) {
    const { best } = model.finding(id);
    const matches = await model.matches(id);
    findings.push({
      id,
      run: model.dir,
      kind: best.kind,
      reported: best.reported,
      evidence: best.scores.distinctiveTokens.value,
      jaccard: best.scores.jaccard.value,
      containmentSuspect: best.scores.containmentSuspect.value,
      suspect: best.suspect,
      originals: matches.map((match) => match.original),
      count: best.originals,
      state: review.stateOf(id, reviewer).state,
    });
  }
  return findings;
}
