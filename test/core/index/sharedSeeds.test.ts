import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeFrequencies, markCommon } from '../../../src/core/index/frequencies.js';
import { Lookup } from '../../../src/core/index/lookup.js';
import { openSeeds } from '../../../src/core/index/openedSeeds.js';
import { seedHalves } from '../../../src/core/index/runs.js';
import { SharedSeeds } from '../../../src/core/index/sharedSeeds.js';
import { SpacedSeeds } from '../../../src/core/index/spacedSeeds.js';
import { BlockAssembly, textOf } from '../../../src/core/index/suspectBlock.js';
import { Kernel } from '../../../src/core/kernel/kernel.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

/** Texts of few words in changing order: many share one seed, some more. */
const word = fc.nat(2).map((number) => (number + 1) << 2);
const text = fc.array(word, { minLength: 6, maxLength: 30 }).map((prints) => Uint16Array.from(prints));
const texts = fc.array(text, { minLength: 1, maxLength: 12 });

it.each([DEFAULT_PARAMETERS, { ...DEFAULT_PARAMETERS, reportFrom: 1 }])(
  'chooses the seeds of texts that an original shares enough with, of each original by itself',
  (parameters) => {
    const halves = seedHalves(parameters);
    const enough = parameters.reportFrom === 1 ? 1 : 2;
    let [some, others] = [0, 0];
    fc.assert(
      fc.property(texts, texts, (mine, theirs) => {
        const kernel = new Kernel();
        const frequencies = makeFrequencies(1, kernel.memory);
        markCommon(frequencies, { ...parameters, hotMinimum: 2 ** 30 });
        const assembly = new BlockAssembly(halves, kernel);
        for (const prints of mine) {
          const starts = Uint32Array.of(0, prints.length);
          assembly.add({ prints, starts, ...openSeeds(kernel, prints, starts, frequencies, parameters) });
        }
        const block = assembly.finish();
        const list = new SpacedSeeds(kernel, 'offered', halves);
        const bounds = kernel.memory.words('bounds', theirs.length + 1);
        theirs.forEach((prints, at) => {
          list.read(prints, 0, prints.length);
          bounds[at + 1] = list.count;
        });
        const met = new Lookup(kernel, 'met');
        met.findSeeds(block.seeds, list, 0, list.count, list.count);
        const entries = Array.from({ length: met.count }, (_, at) => {
          const original = theirs.findIndex((_, text) => met.offered[at]! < bounds[text + 1]!);
          return `${original} ${textOf(block, met.tokens[at]!)}`;
        });
        const expected = [...entries.keys()].filter(
          (at) => entries.filter((other) => other === entries[at]).length >= enough,
        );
        const shared = new SharedSeeds(kernel, block, parameters);
        shared.choose(met, list, bounds, theirs.length);
        expect([...shared.chosen.subarray(0, shared.count)]).toEqual(expected);
        some += expected.length;
        others += entries.length - expected.length;
      }),
    );
    expect(some).toBeGreaterThan(100);
    expect(others > 100).toBe(enough === 2);
  },
);
