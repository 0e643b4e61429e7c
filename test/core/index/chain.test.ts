import { expect, it } from 'vitest';
import { Chain, type Stretch } from '../../../src/core/index/chain.js';
import { Fingerprinter } from '../../../src/core/index/fingerprint.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

const prints = new Fingerprinter(DEFAULT_PARAMETERS.normalise);
const words = (from: number, count: number) => Array.from({ length: count }, (_, at) => `word${from + at}`);

function stretch(text: readonly string[]): Stretch {
  const tokens = prints.of(text.join(' ')).prints.slice();
  return { prints: tokens, from: 0, to: tokens.length };
}

it('follows a passage both ways, from wherever in it the first hit is, over a replaced word', () => {
  const shared = words(0, 20);
  const here = stretch([...words(100, 7), ...shared, ...words(200, 7)]);
  const there = stretch([...words(300, 4), ...shared.with(9, 'instead'), ...words(400, 9)]);
  for (const at of [0, 8, 10, 19]) {
    const chain = new Chain(DEFAULT_PARAMETERS, here, there);
    chain.follow(7 + at, 4 + at, Infinity);
    // 19 tokens, less one for the gap, in half tokens.
    expect(chain.score).toBe(36);
    expect([chain.hereFrom, chain.hereTo]).toEqual([7, 27]);
    expect([chain.thereFrom, chain.thereTo]).toEqual([4, 24]);
  }
});
