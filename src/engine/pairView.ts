/** Everything the pair view shows of one match: both texts, the scores that are shown only, the differences, the reason. */
import { addShownScores } from '../core/match/shownScores.js';
import { explainWhy } from '../core/match/why.js';
import { wordDiff } from '../core/diff/wordDiff.js';
import { caseOfRun, toCasePath } from '../io/case/paths.js';
import type { FindingId, PairView } from '../shared/engineCalls.js';
import type { Match, MatchSide } from '../shared/match.js';
import type { ResponseTexts, TextAt } from './responseTexts.js';
import type { RunModel } from './runModel.js';

/** Returns the view of the `index`th original of a finding; throws Failure when a file is gone. */
export async function pairView(
  model: RunModel,
  texts: ResponseTexts,
  id: FindingId,
  index: number,
): Promise<PairView> {
  const match = await model.match(id, index);
  const [suspect, original] = await Promise.all([texts.at(match.suspect), texts.at(match.original)]);
  const { changes, coarse } = wordDiff(suspect.text, original.text);
  const stale = staleness(model, match, suspect, original);
  return {
    finding: id,
    index,
    kept: model.finding(id).matches.length,
    match: { ...match, scores: addShownScores(match.scores, suspect.text, original.text) },
    suspect: { label: label(model, match.suspect), prompt: suspect.prompt, text: suspect.text },
    original: { label: label(model, match.original), prompt: original.prompt, text: original.text },
    changes,
    coarse,
    why: explainWhy(match),
    ...(stale !== undefined && { stale }),
  };
}

function label(model: RunModel, side: MatchSide): string {
  return toCasePath(caseOfRun(model.dir), side.path);
}

function staleness(model: RunModel, match: Match, suspect: TextAt, original: TextAt): string | undefined {
  const changed = [
    suspect.stale && label(model, match.suspect),
    original.stale && label(model, match.original),
  ].filter(Boolean);
  if (changed.length === 0) return undefined;
  return `${changed.join(' and ')} changed on disk since this run: scores and marks are those of the text that was compared. Run the comparison again.`;
}
