import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { makeBundle } from '../../src/engine/bundle/makeBundle.js';
import { engineHandlers } from '../../src/engine/engineHandlers.js';
import { blockTokens } from '../../src/engine/index/suspects.js';
import { compareIn, folderWith, HOOKS, TEXTS } from './smallCase.js';

vi.mock('../../src/engine/index/suspects.js', async (original) => {
  const real = await original<{ blockTokens: typeof blockTokens }>();
  return { ...real, blockTokens: vi.fn(real.blockTokens) };
});

/** The megabytes for which blocks were made meanwhile. */
async function asked(work: () => Promise<unknown>): Promise<unknown[]> {
  vi.mocked(blockTokens).mockClear();
  await work();
  return [...new Set(vi.mocked(blockTokens).mock.calls.map(([megabytes]) => megabytes))];
}

it('gives comparisons, tests of them and checks of bundles blocks for the memory that they may take', async () => {
  const folder = await folderWith({
    'a.jsonl': [{ instruction: 'p', output: TEXTS.tides }],
    'suspect.jsonl': [{ instruction: 'p', output: TEXTS.tides }],
  });
  const { plant, verify } = engineHandlers();
  const bundle = path.join(folder, 'bundle');
  let dir = '';
  expect(
    await asked(async () => {
      ({ dir } = await compareIn(folder, ['suspect.jsonl'], ['a.jsonl'], { memory: 301 }));
    }),
  ).toEqual([301]);
  await makeBundle({ runDir: dir, out: bundle }, HOOKS);
  const request = { dir, indexDir: path.join(folder, '.index'), memory: 302 };
  expect(await asked(async () => plant(request, HOOKS))).toEqual([302]);
  expect(await asked(async () => verify({ path: bundle, memory: 303 }, HOOKS))).toEqual([303]);
});
