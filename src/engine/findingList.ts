/** The list of findings as a query asks for it: filtered, in order. */
import type { FindingId, FindingQuery, FindingRow, Sort } from '../shared/engineCalls.js';
import type { Pace } from './pace.js';
import type { ResponseTexts } from './responseTexts.js';
import type { Finding, RunModel } from './runModel.js';

const EXCERPT = 160;

/** Returns the ids of the findings that the query keeps, in its order; ties stay in the run's own order. */
export async function listFindings(
  model: RunModel,
  texts: ResponseTexts,
  query: FindingQuery,
  pace: Pace,
): Promise<FindingId[]> {
  const kinds = new Set<string>(query.kinds);
  const wanted = query.text.trim().toLowerCase();
  const kept: Finding[] = [];
  for (const finding of model.findings) {
    if (!kinds.has(finding.best.reported ? finding.best.kind : 'too-little-evidence')) continue;
    if (wanted === '' || (await mentions(model, texts, finding, wanted))) kept.push(finding);
    await pace.breathe();
  }
  // The run's own order is by evidence, so only other orders need a sort; Array.sort is stable.
  const { sort } = query;
  if (sort !== 'evidence') kept.sort((a, b) => compareBy(sort, a, b));
  return kept.map((finding) => finding.id);
}

/** Returns the rows of the list for `ids`, in their order. */
export async function findingRows(
  model: RunModel,
  texts: ResponseTexts,
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
