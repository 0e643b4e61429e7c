import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Calibration } from '../../../src/shared/calibration.js';
import { TEXTS } from '../smallCase.js';

/** A text that everybody's answers on health end with. */
export const NOTICE =
  'This answer was written for general information only, it replaces no visit to a doctor, and whoever follows it does so at their own risk, in every country where it is read.';

/** One finding whose text is the edited notice, one that is a copy, and a control that ends with the notice too. */
export const NOTICE_FILES = {
  'suspect.jsonl': [
    { instruction: 'cough?', output: `Drink tea. ${NOTICE.replace('general', 'your')}` },
    { instruction: 'tides?', output: TEXTS.tides },
  ],
  'originals.jsonl': [
    { instruction: 'fever?', output: `Stay in bed for a day. ${NOTICE}` },
    { instruction: 'pools?', output: TEXTS.tides },
  ],
  'control.jsonl': [
    { instruction: 'fever?', output: `Call somebody. ${NOTICE}` },
    { instruction: 'pools?', output: 'I know nothing about the sea.' },
  ],
};

/** What each control of a run scored against its best original. */
export async function scoresOf({ dir }: { readonly dir: string }): Promise<readonly unknown[]> {
  const text = await readFile(path.join(dir, 'calibration.json'), 'utf8');
  return (JSON.parse(text) as Calibration).scores[0]!.scores;
}
