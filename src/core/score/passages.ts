import type { Run } from './sharedRuns.js';
import type { Tokens } from '../text/tokens.js';

/** A chain of seeds, weights in half tokens. */
export interface Chain {
  readonly seeds: readonly Run[];
  /** Shared tokens. */
  readonly shared: number;
  /** Tokens between the seeds: for each gap the larger of both sides. */
  readonly gaps: number;
}

interface OpenChain {
  readonly seeds: Run[];
  shared: number;
  gaps: number;
}

/**
 * Chains seeds (ascending in a, not overlapping) into passages: a seed continues the nearest seed before it in `a`
 * that nothing continues yet, that also stands before it in `b`, with at most `maxGap` half tokens between them on
 * either side. Every seed is in one chain. Chains come in the order of their first seeds.
 */
export function chainSeeds(seeds: readonly Run[], a: Tokens, b: Tokens, maxGap: number): Chain[] {
  const chains: OpenChain[] = [];
  /** Per seed its chain while nothing continues it. */
  const open: (OpenChain | undefined)[] = [];
  seeds.forEach((seed, at) => {
    const weight = a.sums[seed.a + seed.length]! - a.sums[seed.a]!;
    const found = predecessor(seeds, open, at, a, b, maxGap);
    if (found === undefined) {
      const chain: OpenChain = { seeds: [seed], shared: weight, gaps: 0 };
      chains.push(chain);
      open.push(chain);
      return;
    }
    const chain = open[found.at]!;
    open[found.at] = undefined;
    chain.seeds.push(seed);
    chain.shared += weight;
    chain.gaps += found.gap;
    open.push(chain);
  });
  return chains;
}

function predecessor(
  seeds: readonly Run[],
  open: readonly (OpenChain | undefined)[],
  at: number,
  a: Tokens,
  b: Tokens,
  maxGap: number,
): { at: number; gap: number } | undefined {
  const seed = seeds[at]!;
  for (let before = at - 1; before >= 0; before--) {
    const other = seeds[before]!;
    const gapA = a.sums[seed.a]! - a.sums[other.a + other.length]!;
    if (gapA > maxGap) return undefined;
    if (open[before] === undefined || other.b + other.length > seed.b) continue;
    const gapB = b.sums[seed.b]! - b.sums[other.b + other.length]!;
    if (gapB <= maxGap) return { at: before, gap: Math.max(gapA, gapB) };
  }
  return undefined;
}
