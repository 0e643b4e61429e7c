/** A simple random sample of a run's reported findings that anybody can draw again. */
import type { FindingId, SampleReview } from '../../shared/engineCalls.js';
import type { SampleRequest, VerdictState } from '../../shared/verdict.js';
import { sha256 } from '../identity.js';
import type { RunReview } from './runReview.js';

/**
 * The `size` findings of `reported` whose SHA-256 of "run:seed:finding number" comes first: every set of that size is
 * equally likely, whoever has sha256sum can check the draw, and a larger sample of the same seed holds the smaller.
 */
export function drawSample(
  run: string,
  reported: readonly FindingId[],
  { size, seed }: SampleRequest,
): ReadonlySet<FindingId> {
  const drawn = reported
    .map((id) => ({ id, rank: sha256(`${run}:${seed}:${id}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size);
  return new Set(drawn.map(({ id }) => id));
}

/** How the sample stands with `reviewer`. */
export function reviewSample(
  run: string,
  review: RunReview,
  reviewer: string,
  request: SampleRequest,
): SampleReview {
  const findings = [...drawSample(run, review.reported, request)];
  const counts: Record<VerdictState, number> = { open: 0, confirmed: 0, dismissed: 0, unsure: 0 };
  for (const id of findings) counts[review.stateOf(id, reviewer).state]++;
  return { findings, population: review.reported.length, counts };
}
