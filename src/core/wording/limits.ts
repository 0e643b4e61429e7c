/** What a run can show and what it cannot: said wherever its result leaves the product. */
import type { RunKind } from '../../shared/run.js';

/** Of every run, whatever it found. */
export const NOT_TESTED = 'Paraphrase and translation are not tested.';

/** What kind of run it is, and which claim it supports. */
export function kindSentence(kind: RunKind): string {
  return kind === 'dataset'
    ? 'A dataset run: it shows which responses share text with the originals beyond a minimum of evidence. ' +
        'It does not show how a text came to be, nor what a model was trained on.'
    : 'A model-output run: it compares answers of two models to the same prompts. ' +
        'It shows shared text, and does not show what a model was trained on.';
}
