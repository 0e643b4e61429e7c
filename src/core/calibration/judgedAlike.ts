/** Of what was judged in two ways, that which speaks for a run's suspects. */
import type { Pairing } from '../../shared/calibration.js';

/**
 * Returns what belongs to the answers that were judged as most suspects are: `paired`, with other answers to their
 * prompts, or `unpaired`, without; the other where there is but one, unless no suspect was judged like it.
 */
export function judgedAlike<T>(
  suspects: Pairing,
  paired: T | undefined,
  unpaired: T | undefined,
): T | undefined {
  const { equal, near, none } = suspects;
  return (equal + near >= none ? paired : undefined) ?? unpaired ?? (equal + near > 0 ? paired : undefined);
}
