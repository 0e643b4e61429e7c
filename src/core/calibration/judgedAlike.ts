/** Of what was judged in two ways, that which speaks for a run's suspects. */
import type { Pairing } from '../../shared/calibration.js';

/**
 * Returns what belongs to the answers that were judged as most suspects are: `paired`, with other answers to their
 * prompts, or `unpaired`, without, where no suspect's prompt has one; the other where there is but one.
 */
export function judgedAlike<T>(
  suspects: Pairing,
  paired: T | undefined,
  unpaired: T | undefined,
): T | undefined {
  return (suspects.equal + suspects.near > 0 ? paired : undefined) ?? unpaired ?? paired;
}
