/** The list of findings as a query asks for it: filtered, in order, in groups. */
import type { FindingRow } from '../shared/engineCalls.js';
import type { FindingId, FindingList, FindingQuery, Grouping, Sort } from '../shared/findingQuery.js';
import { filterFindings } from './findingFilter.js';
import { groupFindings } from './findingGroups.js';
import { scoreOf } from './findingScores.js';
import type { OpenRun } from './openRuns.js';
import type { Pace } from './pace.js';
import type { RunReview } from './review/runReview.js';
import type { Finding } from './runModel.js';

const EXCERPT = 160;

/** Returns the findings that the query keeps, in its order and groups; ties stay in the run's own order. */
export async function listFindings(
  run: OpenRun,
  review: RunReview,
  query: FindingQuery,
  pace: Pace,
): Promise<FindingList> {
  const filtered = await filterFindings(run, review, query, pace);
  const judged = review.judgedAmong(filtered, query.reviewer);
  const { sort, group } = query;
  const kept = inOrder(filtered, sort);
  if (group.by === 'none') return { total: kept.length, ids: kept.map(({ id }) => id), judged };
  return { judged, ...(await groupFindings(run.model, run.passages, kept, group, pace)) };
}

/** Returns the rows of the list for `ids`, in their order. */
export async function findingRows(
  { model, texts }: OpenRun,
  review: RunReview,
  ids: readonly FindingId[],
): Promise<FindingRow[]> {
  return Promise.all(
    ids.map(async (id) => {
      const { best } = model.finding(id);
      const { suspect, scores } = best;
      const { text, stale } = await texts.at(suspect);
      return {
        id,
        pair: best.pair,
        kind: best.kind,
        reported: best.reported,
        originals: best.originals,
        record: suspect.record,
        ...(suspect.line !== undefined && { line: suspect.line }),
        path: suspect.path,
        excerpt: stale ? '' : excerptOf(text),
        ...(stale && { stale }),
        evidence: scores.distinctiveTokens.value,
        jaccard: scores.jaccard.value,
        flags: best.flags,
        judgements: review.judgements(id),
      };
    }),
  );
}

/** Returns first words of what each finding was grouped by: the original, the suspect's text, or the passage. */
export async function groupHeadings(
  { model, texts, passages }: OpenRun,
  group: Grouping,
  ids: readonly FindingId[],
): Promise<string[]> {
  return Promise.all(
    ids.map(async (id) => {
      const { best } = model.finding(id);
      const { text } = await texts.at(group.by === 'original' ? best.original : best.suspect);
      return excerptOf(group.by === 'passage' ? text.slice(await passages.startOf(id)) : text);
    }),
  );
}

function excerptOf(text: string): string {
  return text
    .slice(0, 4 * EXCERPT)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, EXCERPT);
}

/** Keys are made once, since a finding reads its numbers anew whenever it is asked. */
function inOrder(findings: Finding[], sort: Sort): Finding[] {
  // The run's own order is by evidence, so only other orders need a sort; Array.sort is stable.
  if (sort === 'evidence') return findings;
  if (sort !== 'position') {
    const scored = findings.map((finding) => ({ finding, score: scoreOf(finding, sort) }));
    return scored.sort((a, b) => b.score - a.score).map(({ finding }) => finding);
  }
  const placed = findings.map((finding) => ({ finding, at: finding.best.suspect }));
  placed.sort(({ at: a }, { at: b }) => (a.path === b.path ? a.record - b.record : a.path < b.path ? -1 : 1));
  return placed.map(({ finding }) => finding);
}
