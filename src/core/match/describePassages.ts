import type { Evidence, Passage } from '../../shared/match.js';
import { passageBits, searchBits } from '../score/evidenceBits.js';
import type { Chain } from '../score/passages.js';
import type { Run } from '../score/sharedRuns.js';
import type { Prepared } from './prepare.js';

export interface PassagesFound {
  readonly passages: readonly Passage[];
  readonly evidence: Evidence;
  readonly bits: number;
}

/**
 * Passages with their places in both sources, in the suspect's order, and the evidence they make: the sum of
 * max(0, score − toll), in tokens, with and without what the prompts explain; and their bits.
 */
export function describePassages(
  chains: readonly Chain[],
  suspect: Prepared,
  original: Prepared,
  toll: number,
): PassagesFound {
  const mask = suspect.explainedWith(original);
  const { weights } = suspect;
  let value = 0;
  let raw = 0;
  let bits = 0;
  const search = searchBits(suspect.tokens.weight, original.tokens.weight);
  const passages = chains.map((chain): Passage => {
    let shared = 0;
    let explained = 0;
    for (const seed of chain.seeds)
      for (let at = seed.a; at < seed.a + seed.length; at++) {
        shared += weights[at]!;
        if (mask[at] !== 0) explained += weights[at]!;
      }
    const score = (shared - explained - chain.gaps) / 2;
    value += Math.max(0, score - toll);
    raw += Math.max(0, (shared - chain.gaps) / 2 - toll);
    bits += passageBits((shared - explained) / 2, chain.gaps / 2, search);
    const first = chain.seeds[0]!;
    const last = chain.seeds.at(-1)!;
    return {
      suspect: [suspect.tokens.starts[first.a]!, suspect.tokens.ends[last.a + last.length - 1]!],
      original: [original.tokens.starts[first.b]!, original.tokens.ends[last.b + last.length - 1]!],
      tokens: shared / 2,
      explained: explained / 2,
      gaps: chain.gaps / 2,
      score,
      seeds: chain.seeds.map((seed) => describeSeed(seed, suspect, original)),
    };
  });
  return { passages, evidence: { value, raw }, bits };
}

function describeSeed(seed: Run, suspect: Prepared, original: Prepared): Passage['seeds'][number] {
  const a = suspect.tokens;
  const b = original.tokens;
  return {
    suspect: [a.starts[seed.a]!, a.ends[seed.a + seed.length - 1]!],
    original: [b.starts[seed.b]!, b.ends[seed.b + seed.length - 1]!],
    tokens: (a.sums[seed.a + seed.length]! - a.sums[seed.a]!) / 2,
  };
}
