/** Everything the pair view shows of one match: both texts, the scores that are shown only, the differences, the reason. */
import { anchoredDiff, type AnchoredDiff } from '../core/diff/anchoredDiff.js';
import { wordDiff, type DiffLimits } from '../core/diff/wordDiff.js';
import { addShownScores } from '../core/match/shownScores.js';
import { caseOfRun, toCasePath } from '../io/case/paths.js';
import type { FindingId, OriginalTab, PairRefinement, PairSide, PairView } from '../shared/engineCalls.js';
import type { Match, MatchSide } from '../shared/match.js';
import type { OpenRun } from './openRuns.js';
import type { Pace } from './pace.js';
import { anchors, fullDiff } from './pairDiff.js';
import { pairReason } from './pairReason.js';
import type { TextAt } from './responseTexts.js';
import type { RunModel } from './runModel.js';

/** Code units of both sides from which on a first look comes before the whole. */
const LONG = 16_000;
/** A first look: between shared runs, words of short stretches only. */
const FIRST_LOOK: DiffLimits = { words: 20_000, letters: 400 };

/** Returns the view of the `index`th original of a finding; throws Failure when a file is gone. */
export async function pairView(run: OpenRun, id: FindingId, index: number): Promise<PairView> {
  const { model } = run;
  const { match, suspect, original } = await read(run, id, index);
  const stale = staleness(model, match, suspect, original);
  const long = suspect.text.length + original.text.length > LONG;
  const { originals } = model.finding(id);
  return {
    finding: id,
    index,
    kept: originals.length,
    originals: originals.map(({ at, ...head }): OriginalTab => ({
      label: label(model, at),
      record: at.record,
      ...(at.line !== undefined && { line: at.line }),
      ...head,
    })),
    suspect: sideOf(model, match.suspect, suspect),
    original: sideOf(model, match.original, original),
    why: await pairReason(model, match, original.text.length),
    ...(stale !== undefined && { stale }),
    ...(long ? firstLook(match, suspect.text, original.text) : whole(match, suspect, original)),
  };
}

/** Returns the differences of a long pair in full and its missing scores; throws the cancelled failure. */
export async function refinePair(
  run: OpenRun,
  id: FindingId,
  index: number,
  pace: Pace,
): Promise<PairRefinement> {
  const { match, suspect, original } = await read(run, id, index);
  const full = await fullDiff(match, suspect.text, original.text, pace);
  return suspect.stale || original.stale ? { ...full, scores: match.scores } : full;
}

function sideOf(model: RunModel, side: MatchSide, { prompt, text, gone }: TextAt): PairSide {
  return { label: label(model, side), prompt, text, ...(gone && { gone }) };
}

/** Scores of another text than was compared would stand beside those of the run: there are none then. */
function whole(
  match: Match,
  suspect: TextAt,
  original: TextAt,
): Pick<PairView, 'match' | 'changes' | 'coarse' | 'refinable'> {
  const diff = wordDiff(suspect.text, original.text);
  const isStale = suspect.stale || original.stale;
  const scores = isStale ? match.scores : addShownScores(match.scores, suspect.text, original.text, diff);
  return { match: { ...match, scores }, changes: diff.changes, coarse: diff.coarse, refinable: false };
}

function firstLook(
  match: Match,
  suspect: string,
  original: string,
): Pick<PairView, 'match' | 'changes' | 'coarse' | 'refinable'> {
  const steps = anchoredDiff(suspect, original, anchors(match), FIRST_LOOK);
  let step: IteratorResult<void, AnchoredDiff>;
  do step = steps.next();
  while (!step.done);
  return { match, ...step.value, refinable: true };
}

async function read(
  { model, texts }: OpenRun,
  id: FindingId,
  index: number,
): Promise<{ match: Match; suspect: TextAt; original: TextAt }> {
  const match = await model.match(id, index);
  const [suspect, original] = await Promise.all([texts.at(match.suspect), texts.at(match.original)]);
  return { match, suspect, original };
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
