import type { Scores } from '../../shared/match.js';
import { similarityOf, wordDiff, type WordDiff } from '../diff/wordDiff.js';
import { dice } from '../score/dice.js';

/** The scores with dice and editSimilarity, which are dear and so computed only for what is shown or exported. */
export function addShownScores(
  scores: Scores,
  suspect: string,
  original: string,
  diff: WordDiff = wordDiff(suspect, original),
): Scores {
  return {
    ...scores,
    dice: { value: dice(suspect, original) },
    editSimilarity: similarityOf(diff),
  };
}
