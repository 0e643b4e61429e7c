import type { Scores } from '../../shared/match.js';
import { editSimilarity } from '../diff/wordDiff.js';
import { dice } from '../score/dice.js';

/** The scores with dice and editSimilarity, which are dear and so computed only for what is shown or exported. */
export function addShownScores(scores: Scores, suspect: string, original: string): Scores {
  return {
    ...scores,
    dice: { value: dice(suspect, original) },
    editSimilarity: editSimilarity(suspect, original),
  };
}
