import { expect, it } from 'vitest';
import { Candidates } from '../../../src/core/index/candidates.js';
import { Fingerprinter } from '../../../src/core/index/fingerprint.js';
import { BlockAssembly } from '../../../src/core/index/suspectBlock.js';
import { seedList } from '../../../src/core/index/seedList.js';
import { SharedMemory } from '../../../src/core/index/sharedMemory.js';
import { seedHalves } from '../../../src/core/index/runs.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

const NONE = seedList(new Uint32Array(0), new Uint32Array(0));
const TEXT = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ');

/** What is likely where a block of one text meets the same text, with seeds at these words. */
function likely(seeds: readonly number[], parameters = DEFAULT_PARAMETERS): number[] {
  const { prints } = new Fingerprinter(parameters.normalise).of(TEXT);
  const assembly = new BlockAssembly(seedHalves(parameters), new SharedMemory());
  const starts = Uint32Array.of(0, prints.length);
  const few = Uint32Array.of(0);
  assembly.add({ prints, starts, short: few, hot: few, seeds: NONE, shingles: NONE });
  const candidates = new Candidates(assembly.finish(), parameters);
  candidates.begin(prints, 0, prints.length);
  const tokens = Uint32Array.from(seeds);
  candidates.addSeeds({ tokens, offered: Uint32Array.from(seeds.keys()) }, tokens, 0, seeds.length);
  return candidates.likely();
}

it('follows a passage from two seeds on, and from one where little is reported', () => {
  expect(likely([5])).toEqual([]);
  expect(likely([5, 20])).toEqual([0]);
  expect(likely([5], { ...DEFAULT_PARAMETERS, reportFrom: 1 })).toEqual([0]);
});
