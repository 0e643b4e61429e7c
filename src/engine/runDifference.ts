/** How two runs differ: which reported pairs are new, gone or changed. */
import { readMatchHeads } from '../io/case/runFolder.js';
import type { PairDifference, PairState, RunDifference } from '../shared/caseRuns.js';
import type { MatchSide } from '../shared/match.js';
import type { Pace } from './pace.js';
import type { RunModel } from './runModel.js';

/** Returns the differences from the run `before` to the run `after`, by the pairs' own ids. */
export async function runDifference(before: RunModel, after: RunModel, pace: Pace): Promise<RunDifference> {
  const old = await reportedPairs(before, pace);
  const now = await reportedPairs(after, pace);
  const added: PairDifference[] = [];
  const changed: PairDifference[] = [];
  const gone: PairDifference[] = [];
  let same = 0;
  for (const [pair, state] of now) {
    const was = old.get(pair);
    if (!was) added.push({ pair, after: state });
    else if (was.kind !== state.kind || was.evidence !== state.evidence)
      changed.push({ pair, before: was, after: state });
    else same++;
  }
  for (const [pair, state] of old) if (!now.has(pair)) gone.push({ pair, before: state });
  for (const list of [added, gone, changed]) list.sort(strongestFirst);
  return { added, gone, changed, same };
}

/** Reported pairs by their ids; of equal pairs the first, since they share everything but the place. */
async function reportedPairs(model: RunModel, pace: Pace): Promise<Map<string, PairState>> {
  const places = new Map<number, { finding: number; index: number }>();
  for (const { id, matches } of model.findings)
    matches.forEach(({ offset }, index) => places.set(offset, { finding: id, index }));
  const pairs = new Map<string, PairState>();
  for await (const { head: match, range } of readMatchHeads(model.dir)) {
    await pace.breathe();
    const place = places.get(range.offset);
    if (!match.reported || !place || pairs.has(match.pair)) continue;
    pairs.set(match.pair, {
      ...place,
      kind: match.kind,
      evidence: match.scores.distinctiveTokens.value,
      suspect: where(match.suspect),
      original: where(match.original),
    });
  }
  return pairs;
}

function where({ path, record, line }: MatchSide): PairState['suspect'] {
  return { path, record, ...(line !== undefined && { line }) };
}

function strongestFirst(a: PairDifference, b: PairDifference): number {
  const evidence = ({ before, after }: PairDifference) => (after ?? before)?.evidence ?? 0;
  return evidence(b) - evidence(a) || (a.pair < b.pair ? -1 : 1);
}
