/** How the findings of a query are distributed over a score. */
import { binOf, countEdges, shareEdges } from '../core/score/histogramBins.js';
import type { Calibration } from '../shared/calibration.js';
import { isCount, type FindingQuery, type Histogram, type ScoreName } from '../shared/findingQuery.js';
import { filterFindings } from './findingFilter.js';
import { scoreOf } from './findingScores.js';
import type { OpenRun } from './openRuns.js';
import type { Pace } from './pace.js';
import type { RunReview } from './review/runReview.js';
import type { Finding } from './runModel.js';

/**
 * Counts the findings that pass the query, but for its range of this score: what lies outside a brush stays in
 * sight. The bins depend on the query's kinds only, so that other filters do not move them.
 */
export async function histogram(
  run: OpenRun,
  review: RunReview,
  query: FindingQuery,
  score: ScoreName,
  pace: Pace,
): Promise<Histogram> {
  const ranges = query.ranges.filter((range) => range.score !== score);
  const findings = await filterFindings(run, review, { ...query, ranges }, pace);
  const edges = edgesOf(run.model.findings, query, score);
  const counts = new Array<number>(edges.length - 1).fill(0);
  for (const finding of findings) counts[binOf(edges, scoreOf(finding, score))]!++;
  const controls = controlCounts(edges, score, await run.model.calibration());
  const { responses } = run.model.manifest.counts;
  return { score, edges, counts, ...(controls && { controls: controls.map((share) => share * responses) }) };
}

/**
 * The share of the independent answers in each bin, of the scores that are known of them; those with less than the
 * first edge are in none.
 */
function controlCounts(
  edges: readonly number[],
  score: ScoreName,
  calibration: Calibration | undefined,
): number[] | undefined {
  if (!calibration) return undefined;
  const shares = new Array<number>(edges.length - 1).fill(0);
  const answers = calibration.scores.reduce((sum, { below, scores }) => sum + below + scores.length, 0);
  for (const { scores, bits } of calibration.scores) {
    const values = score === 'evidence' ? scores : score === 'evidenceBits' ? bits : undefined;
    if (!values) return undefined;
    for (const value of values) if (value >= edges[0]!) shares[binOf(edges, value)]! += 1 / answers;
  }
  return shares;
}

function edgesOf(all: readonly Finding[], { kinds }: FindingQuery, score: ScoreName): number[] {
  if (!isCount(score)) return shareEdges();
  const shown = new Set<string>(kinds);
  let least = Infinity;
  let most = 0;
  for (const finding of all) {
    if (!shown.has(finding.best.reported ? finding.best.kind : 'too-little-evidence')) continue;
    const value = scoreOf(finding, score);
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return countEdges(Math.min(least, most), most);
}
