/** The list of findings as a query asks for it: filtered, in order. */
import { passes } from '../core/review/judgements.js';
import type { FindingId, FindingList, FindingQuery, FindingRow, Sort } from '../shared/engineCalls.js';
import type { Pace } from './pace.js';
import type { ResponseTexts } from './responseTexts.js';
import type { RunReview } from './review/runReview.js';
import { drawSample } from './review/sample.js';
import type { Finding, RunModel } from './runModel.js';

const EXCERPT = 160;

/** Returns the findings that the query keeps, in its order; ties stay in the run's own order. */
export async function listFindings(
  model: RunModel,
  texts: ResponseTexts,
  review: RunReview,
  query: FindingQuery,
  pace: Pace,
): Promise<FindingList> {
  const kinds = new Set<string>(query.kinds);
  const wanted = query.text.trim().toLowerCase();
  const { reviewer, verdicts = [] } = query;
  const sample = query.sample && drawSample(model.manifest.run, review.reported, query.sample);
  const kept: Finding[] = [];
  const judged: FindingId[] = [];
  for (const finding of model.findings) {
    if (sample && !sample.has(finding.id)) continue;
    if (!kinds.has(finding.best.reported ? finding.best.kind : 'too-little-evidence')) continue;
    const { state, disagreement } = review.stateOf(finding.id, reviewer);
    if (!passes(verdicts, state, disagreement)) continue;
    if (wanted === '' || (await mentions(model, texts, finding, wanted))) {
      kept.push(finding);
      if (state !== 'open') judged.push(finding.id);
    }
    await pace.breathe();
  }
  // The run's own order is by evidence, so only other orders need a sort; Array.sort is stable.
  const { sort } = query;
  if (sort !== 'evidence') kept.sort((a, b) => compareBy(sort, a, b));
  return { total: kept.length, ids: kept.map((finding) => finding.id), judged };
}

/** Returns the rows of the list for `ids`, in their order. */
export async function findingRows(
  model: RunModel,
  texts: ResponseTexts,
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
        excerpt: text
          .slice(0, 4 * EXCERPT)
          .replace(/\s+/gu, ' ')
          .trim()
          .slice(0, EXCERPT),
        evidence: scores.distinctiveTokens.value,
        jaccard: scores.jaccard.value,
        flags: best.flags,
        judgements: review.judgements(id),
      };
    }),
  );
}

/** True if either side of any kept match holds the wanted words, as text, without regard to case. */
async function mentions(
  model: RunModel,
  texts: ResponseTexts,
  finding: Finding,
  wanted: string,
): Promise<boolean> {
  if ((await texts.at(finding.best.suspect)).text.toLowerCase().includes(wanted)) return true;
  for (const { original } of await model.matches(finding.id)) {
    if ((await texts.at(original)).text.toLowerCase().includes(wanted)) return true;
  }
  return false;
}

function compareBy(sort: Exclude<Sort, 'evidence'>, a: Finding, b: Finding): number {
  if (sort !== 'position') return b.best.scores[sort].value - a.best.scores[sort].value;
  const [left, right] = [a.best.suspect, b.best.suspect];
  if (left.path !== right.path) return left.path < right.path ? -1 : 1;
  return left.record - right.record;
}
