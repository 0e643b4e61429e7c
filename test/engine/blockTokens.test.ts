import { describe, expect, it } from 'vitest';
import { blockTokens } from '../../src/engine/index/suspects.js';

describe('the tokens of a block', () => {
  it('grow with the memory beyond what a comparison takes without one', () => {
    expect(blockTokens()).toBe(blockTokens(512));
    expect(blockTokens(768)).toBe(2 * blockTokens(512));
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
});
