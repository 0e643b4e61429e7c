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
  const kept = await filterFindings(run, review, query, pace);
  const isJudged = ({ id }: Finding) => review.stateOf(id, query.reviewer).state !== 'open';
  const judged = kept.filter(isJudged).map(({ id }) => id);
  // The run's own order is by evidence, so only other orders need a sort; Array.sort is stable.
  const { sort, group } = query;
  if (sort !== 'evidence') kept.sort((a, b) => compareBy(sort, a, b));
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
      const { text } = await texts.at(suspect);
      return {
        id,
        pair: best.pair,
        kind: best.kind,
        reported: best.reported,
        originals: best.originals,
        record: suspect.record,
        ...(suspect.line !== undefined && { line: suspect.line }),
        path: suspect.path,
        excerpt: excerptOf(text),
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

function compareBy(sort: Exclude<Sort, 'evidence'>, a: Finding, b: Finding): number {
  if (sort !== 'position') return scoreOf(b, sort) - scoreOf(a, sort);
  const [left, right] = [a.best.suspect, b.best.suspect];
  if (left.path !== right.path) return left.path < right.path ? -1 : 1;
  return left.record - right.record;
}
