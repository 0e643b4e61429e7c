/** The differences of a pair in full, in steps that let other work through. */
import { anchoredDiff } from '../core/diff/anchoredDiff.js';
import { wordDiffSteps, type DiffLimits } from '../core/diff/wordDiff.js';
import { addShownScores } from '../core/match/shownScores.js';
import type { PairRefinement } from '../shared/engineCalls.js';
import type { Match } from '../shared/match.js';
import type { Pace } from './pace.js';

/** For each stretch between shared runs. */
const FULL: DiffLimits = { words: 25_000_000, letters: 10_000 };

/**
 * Returns the differences of a pair's texts, held together by what they share where they are too long for words, and
 * its scores with those that are shown only; throws the cancelled failure.
 */
export async function fullDiff(
  match: Match,
  suspect: string,
  original: string,
  pace: Pace,
): Promise<PairRefinement> {
  const exact = await inSteps(wordDiffSteps(suspect, original), pace);
  const scores = addShownScores(match.scores, suspect, original, exact);
  if (!exact.coarse) return { changes: exact.changes, coarse: false, scores };
  const diff = anchoredDiff(suspect, original, anchors(match), FULL);
  return { ...(await inSteps(diff, pace)), scores };
}

/** The shared runs of all passages. */
export function anchors({ passages }: Match): Match['passages'][number]['seeds'] {
  return passages.flatMap(({ seeds }) => seeds);
}

/** Does the steps one after the other, letting other calls through in between. */
async function inSteps<T>(steps: Generator<void, T>, pace: Pace): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pace.breathe();
  }
}
