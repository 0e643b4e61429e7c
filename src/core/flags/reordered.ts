import type { Passage } from '../../shared/match.js';

/**
 * True if two of the passages, which come in the suspect's order, stand in the other order in the original and overlap
 * on neither side. A list of independent facts may also have been sorted anew.
 */
export function isReordered(passages: readonly Passage[]): boolean {
  return passages.some(({ suspect, original }, at) =>
    passages
      .slice(at + 1)
      .some((later) => later.suspect[0] >= suspect[1] && later.original[1] <= original[0]),
  );
}
