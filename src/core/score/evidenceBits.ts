/**
 * Evidence as sequence search counts it: a bit for a token, less what the search for the passage costs (Karlin and
 * Altschul 1990; for several passages together 1993). It ranks pairs; how often chance reaches it, only controls say.
 */

/** log2 of the pairs of places that are searched for nothing, as many as two texts of 16 tokens have. */
const FREE = 8;

/**
 * What a passage pays for being the best that two texts of so many tokens have, in bits: the whole log2 of their pairs
 * of places, less {@link FREE}, and at least 1.
 */
export function searchBits(suspectTokens: number, originalTokens: number): number {
  let bits = -FREE;
  // Halving is exact, so that all machines agree; Math.log2 need not be.
  for (let places = suspectTokens * originalTokens; places >= 2; places /= 2) bits++;
  return Math.max(1, bits);
}

/** What a passage adds: a bit for each token that nothing explains, less half a bit for each token of its gaps. */
export function passageBits(unexplained: number, gaps: number, search: number): number {
  return Math.max(0, unexplained - gaps / 2 - search);
}
