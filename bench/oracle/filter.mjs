// @ts-check
// Cheap tests that no reported pair can fail, so that the exhaustive comparison need not score every pair.

/** @typedef {import('./entry.js').Prepared} Prepared */
/** @typedef {import('../../src/shared/run.js').Parameters} Parameters */

/**
 * The fewest places of the suspect at which a reported pair shares a window of the weight of a seed (weights in half
 * tokens). To be reported, one passage must score toll + reportFrom at the least if it is alone, and more in sum if
 * there are several: its seeds weigh that much and at least one half token more for each of the gaps between them. A
 * seed of weight w holds at least one window, and at least (w − seed + 1) / 2 of them, since only its last
 * seed − 1 half tokens start none and no token weighs more than two.
 * @param {Parameters} parameters
 */
export function leastSharedWindows({ passageToll, reportFrom, seedTokens }) {
  const seed = Math.max(1, Math.round(2 * seedTokens));
  const weight = 2 * (passageToll + reportFrom);
  let least = Infinity;
  for (let seeds = 1; seeds <= weight; seeds++) {
    const shared = weight + (seeds - 1);
    least = Math.min(least, Math.max(seeds, Math.ceil((shared - seeds * (seed - 1)) / 2)));
  }
  return Math.max(1, least);
}

/**
 * False if no passage of the pair can pay its toll. Tokens of the suspect that stand in a shared window count their
 * weight, all others count against it; a passage scores at most what the tokens from its start to its end sum up to:
 * its seeds stand in shared windows, and a token outside all of them is part of a gap.
 * @param {Prepared} suspect
 * @param {Prepared} original
 * @param {Parameters} parameters
 */
export function canPayToll(suspect, original, { seedTokens, passageToll }) {
  const seed = Math.max(1, Math.round(2 * seedTokens));
  const mine = suspect.windowsOf(seed);
  const theirs = original.windowsOf(seed);
  const { halves, count } = suspect.tokens;
  let sum = 0;
  let covered = 0;
  for (let at = 0; at < count; at++) {
    if (at < mine.count && theirs.find(mine, at) >= 0)
      covered = Math.max(covered, at + (mine.lengths[at] ?? 0));
    const weight = halves[at] ?? 0;
    sum = at < covered ? sum + weight : Math.max(0, sum - weight);
    if (sum > 2 * passageToll) return true;
  }
  return false;
}
