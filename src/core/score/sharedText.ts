import type { Parameters } from '../../shared/run.js';
import type { Tokens } from '../text/tokens.js';
import { chainSeeds, type Chain } from './passages.js';
import { tileRepetitive } from './repetitive.js';
import { maximalRuns, shareWindow, type Run } from './sharedRuns.js';
import { tile } from './tiling.js';
import type { Windows } from './windows.js';

/**
 * Steps spent on exact greedy tiling before a pair counts as repetitive; a few milliseconds. Fixed, not timed, so
 * that results are the same everywhere. Two equal texts of 40,000 ordinary words stay below it.
 */
const STEP_LIMIT = 2_000_000;

/** A side of a pair: its tokens and its windows of any weight. */
export interface Side {
  readonly tokens: Tokens;
  windowsOf(halves: number): Windows;
}

/** What two token sequences share in order. */
export interface SharedText {
  /** Weight of the longest shared run, in tokens. */
  readonly longestRun: number;
  readonly chains: readonly Chain[];
}

/** Longest shared run and passages of two texts. */
export function sharedText(a: Side, b: Side, parameters: Parameters): SharedText {
  const seedHalves = Math.max(1, Math.round(2 * parameters.seedTokens));
  const { seeds, longest } = findSeeds(a, b, seedHalves);
  const longestRun = (longest >= seedHalves ? longest : longestBelow(a, b, seedHalves)) / 2;
  return { longestRun, chains: chainSeeds(seeds, a.tokens, b.tokens, 2 * parameters.maxGap) };
}

function findSeeds(a: Side, b: Side, halves: number): { seeds: readonly Run[]; longest: number } {
  const runs = maximalRuns(a.windowsOf(halves), b.windowsOf(halves), STEP_LIMIT);
  if (runs?.length === 0) return { seeds: runs, longest: 0 };
  const seeds = runs && tile(runs, a.tokens, b.tokens, halves, STEP_LIMIT);
  if (seeds === undefined) {
    const { tiles, longest } = tileRepetitive(a.tokens, b.tokens, halves);
    return { seeds: tiles, longest };
  }
  // The longest run is the first tile taken, whole.
  let longest = 0;
  for (const seed of seeds)
    longest = Math.max(longest, a.tokens.sums[seed.a + seed.length]! - a.tokens.sums[seed.a]!);
  return { seeds, longest };
}

/** The longest shared run where none weighs as much as a seed: the greatest weight at which a window is shared. */
function longestBelow(a: Side, b: Side, halves: number): number {
  const step = a.tokens.mixed && b.tokens.mixed ? 1 : 2;
  for (let weight = halves - 1; weight >= 1; weight--) {
    if (weight % step !== 0) continue;
    if (shareWindow(a.windowsOf(weight), b.windowsOf(weight))) return weight;
  }
  return 0;
}
