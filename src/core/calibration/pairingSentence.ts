import type { Pairing } from '../../shared/calibration.js';
import { count, whole } from '../wording/numbers.js';

/** Says how the suspect's prompts met the prompts that the controls answer. */
export function pairingSentence({ equal, near, none }: Pairing): string {
  const all = equal + near + none;
  if (all === 0) return 'No response of the suspect was compared.';
  return (
    `Of ${count(all, 'response')} of the suspect, ${whole(equal)} answer a prompt that controls answer too, ` +
    `${whole(near)} a near-duplicate of one, and ${whole(none)} none of theirs: those are judged without the controls’ answers.`
  );
}
