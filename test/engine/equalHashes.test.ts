import { expect, it, vi } from 'vitest';
import { makeFrequencies } from '../../src/core/index/frequencies.js';
import { unpackText } from '../../src/engine/index/packedTexts.js';
import { openPool } from '../../src/engine/index/pool.js';
import { BlockBuilder, promptOf } from '../../src/engine/index/suspects.js';
import { Pace } from '../../src/engine/pace.js';
import { DEFAULT_PARAMETERS } from '../../src/shared/run.js';
import { HOOKS } from './smallCase.js';

vi.mock('../../src/core/score/hashing.js', async (original) => ({
  ...(await original<object>()),
  hashText: () => 7,
}));

it('tells suspects apart by their texts and prompts where all hashes are equal', async () => {
  const pool = openPool(1, 0, new Pace(HOOKS));
  const builder = new BlockBuilder(
    'dataset',
    DEFAULT_PARAMETERS,
    makeFrequencies(1, pool.kernel.memory),
    pool,
  );
  const said = [
    ['one', 'p'],
    ['two', 'p'],
    ['one', 'q'],
    ['one', 'p'],
    ['two', 'q'],
    ['two', 'p'],
  ] as const;
  for (const [text, prompt] of said) {
    const address = { path: 'a', record: 0, pointer: '' };
    builder.add({ address, part: 'answer', text, prompt, meta: {} });
  }
  const { block } = await builder.finish();
  expect(builder.responses.map(({ suspect }) => suspect)).toEqual([0, 1, 2, 0, 3, 1]);
  expect(
    builder.responses.map(({ suspect }) => [
      unpackText(block.texts, block.text[suspect]!),
      promptOf(block, suspect),
    ]),
  ).toEqual(said);
});
