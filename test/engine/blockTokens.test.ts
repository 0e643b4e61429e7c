import { describe, expect, it } from 'vitest';
import { makeFrequencies } from '../../src/core/index/frequencies.js';
import type { Explainer } from '../../src/core/match/prepare.js';
import { openPool } from '../../src/engine/index/pool.js';
import { BlockBuilder, blockTokens } from '../../src/engine/index/suspects.js';
import { Pace } from '../../src/engine/pace.js';
import { DEFAULT_PARAMETERS, type Parameters } from '../../src/shared/run.js';
import { HOOKS } from './smallCase.js';

describe('the tokens of a block', () => {
  it('grow with the memory beyond what a comparison takes without one', () => {
    expect(blockTokens()).toBe(blockTokens(512));
    expect(blockTokens(512)).toBe(2 * blockTokens(384));
    expect(blockTokens(1024) - blockTokens(768)).toBe(blockTokens(768) - blockTokens(512));
    expect(blockTokens(768) - blockTokens(512)).toBeGreaterThan(blockTokens(512));
    const sizes = [1, 16, 255, 256, 257, 300, 512, 1024, 4096];
    const tokens = sizes.map((megabytes) => blockTokens(megabytes));
    expect(tokens).toEqual([...tokens].sort((a, b) => a - b));
    expect(new Set(tokens).size).toBe(sizes.length);
    expect(blockTokens(512, 100_000)).toBe(blockTokens(412));
  });

  it('never have texts that do not fit into one piece of memory', () => {
    // Six characters a word, two bytes each, and half as much again for growth.
    expect(1.5 * 12 * blockTokens(1 << 20)).toBeLessThan(2 ** 32);
  });

  it('are those of the texts, and what else takes room', () => {
    const alone = tokens(1000);
    expect(alone).toBeGreaterThan(1000);
    expect(alone).toBeLessThan(1100);
    // What explains a response is there once, and takes as much room as some tokens.
    const text = 'word '.repeat(1000);
    const one = tokens(1000, [{ reason: 'control', text }]);
    expect(one).toBeGreaterThan(alone + 100);
    expect(
      tokens(
        1000,
        Array.from({ length: 3 }, () => ({ reason: 'control', text })),
      ),
    ).toBe(one);
    // A pair that is reported for little needs more seeds.
    expect(tokens(1000, [], { reportFrom: 1 })).toBeGreaterThan(alone + 900);
  });

  it('are more for a short text, of which a block has many', () => {
    expect(tokens(90)).toBeGreaterThan(tokens(100) + 90);
    expect(tokens(100) - tokens(99)).toBe(1);
    expect(tokens(90) - tokens(89)).toBe(2);
  });
});

/** Tokens of a block of one response of so many words. */
function tokens(
  words: number,
  explainers: readonly Explainer[] = [],
  more: Partial<Parameters> = {},
): number {
  const parameters = { ...DEFAULT_PARAMETERS, ...more };
  const pool = openPool(1, 0, new Pace(HOOKS));
  const block = new BlockBuilder('dataset', parameters, makeFrequencies(1, pool.kernel.memory), pool);
  const address = { path: 'a', record: 0, pointer: '', range: [0, 1] as const };
  block.add({ address, part: 'answer', text: 'word '.repeat(words), prompt: '', meta: {} }, explainers);
  return block.tokens;
}
