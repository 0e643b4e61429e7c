import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Commonness, makeFrequencies, markCommon } from '../../../src/core/index/frequencies.js';
import { seedHalves } from '../../../src/core/index/runs.js';
import { SpacedSeeds } from '../../../src/core/index/spacedSeeds.js';
import { TakenSeeds } from '../../../src/core/index/takenSeeds.js';
import { TextRuns } from '../../../src/core/index/textRuns.js';
import { Kernel } from '../../../src/core/kernel/kernel.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

/** Words, half words and operators, few enough that texts repeat themselves. */
const print = fc
  .tuple(fc.nat(40), fc.constantFrom(0, 0, 0, 0, 1, 2))
  .map(([word, kind]) => (word << 2) | kind);
const text = fc.array(print, { minLength: 1, maxLength: 200 }).map((prints) => Uint16Array.from(prints));

it('takes the seeds that are not too common, with no run that is', () => {
  const parameters = { ...DEFAULT_PARAMETERS, hotShare: 0.001, hotMinimum: 12 };
  const halves = seedHalves(parameters);
  const kernel = new Kernel();
  const list = new SpacedSeeds(kernel, 'seeds', halves);
  const runs = new TextRuns(halves);
  let hot = 0;
  fc.assert(
    fc.property(text, fc.nat(50), fc.nat(1000), (prints, from, seed) => {
      const frequencies = makeFrequencies(3 * 4096, kernel.memory);
      list.clear();
      list.read(prints, 0, prints.length);
      runs.read(prints, 0, prints.length);
      // Counts about what says nothing, and about what is hot (a third of twelve).
      const count = (hash: number, at: number) =>
        (frequencies.counts[hash % frequencies.counts.length] = ((at * 7 + seed) % 11) % 6);
      for (let at = 0; at < list.count; at++) count(list.hashes[at]!, at);
      for (let at = 0; at < runs.count; at++) if ((at + seed) % 9 === 0) count(runs.hashes[at]!, at);
      markCommon(frequencies, parameters);
      const common = new Commonness(frequencies, parameters);
      const seeds = Array.from({ length: list.count }, (_, at) => ({
        hash: list.hashes[at]!,
        place: list.places[at]!,
        isHot:
          common.isHot(list.hashes[at]!) ||
          common.isHot(runs.hashes[list.places[at]!]!) ||
          common.isHot(runs.hashes[list.seconds[at]!]!),
      }));
      const mask = prints.length >= 96 ? 1 : 0;
      const kept = seeds.filter(
        ({ hash, place }) =>
          (hash & mask) === 0 &&
          !seeds.some((one) => one.place === place && one.hash !== hash && one.hash >>> 4 === hash >>> 4),
      );
      const taken = kept.filter(({ isHot }) => !isHot);
      const taking = new TakenSeeds(kernel, frequencies, parameters);
      const moved = Uint16Array.from([...new Array<number>(from).fill(4), ...prints]);
      taking.read(moved, from, moved.length);
      expect([...taking.last.hashes]).toEqual(taken.map(({ hash }) => hash));
      expect([...taking.last.tokens]).toEqual(taken.map(({ place }) => from + place));
      expect(taking.hot).toBe(kept.length - taken.length);
      const expected = taken.reduce((sum, { hash }) => sum + common.postings(hash), 0);
      expect(taking.postings).toBe(expected);
      hot += taking.hot;
    }),
  );
  expect(hot).toBeGreaterThan(0);
});

it('has the seeds of all texts that it read, but those that were let go', () => {
  const kernel = new Kernel();
  const frequencies = makeFrequencies(1, kernel.memory);
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.nat(3)), { maxLength: 8 }), (texts) => {
      const taking = new TakenSeeds(kernel, frequencies, DEFAULT_PARAMETERS);
      const expected: string[] = [];
      for (const [prints, left] of texts) {
        taking.read(prints, 0, prints.length);
        const { hashes, tokens } = taking.last;
        const rest = { hashes: hashes.slice(left), tokens: tokens.slice(left) };
        if (left > 0) expect(taking.keep(rest)).toBe(Math.min(left, hashes.length));
        expect(taking.last).toEqual(left > 0 ? rest : { hashes, tokens });
        rest.hashes.forEach((hash, at) => expected.push(`${hash} ${rest.tokens[at]!}`));
      }
      const { all } = taking;
      const found = Array.from(all.hashes, (hash, at) => `${hash} ${all.tokens[at]!}`);
      expect(found.sort()).toEqual(expected.sort());
    }),
  );
});

it.each([
  [8, 0],
  [9, 27],
  [12, 36],
])(
  'takes a seed that was counted %i times in a third of the originals for %i postings',
  (count, postings) => {
    const kernel = new Kernel();
    const prints = Uint16Array.from({ length: 6 }, (_, at) => (at + 1) << 2);
    const frequencies = makeFrequencies(3 * 4096, kernel.memory);
    const list = new SpacedSeeds(kernel, 'seeds', seedHalves(DEFAULT_PARAMETERS));
    list.read(prints, 0, prints.length);
    expect(list.count).toBe(1);
    frequencies.counts[list.hashes[0]! % frequencies.counts.length] = count;
    const parameters = { ...DEFAULT_PARAMETERS, hotShare: 0.003, hotMinimum: 1 };
    markCommon(frequencies, parameters);
    const taking = new TakenSeeds(kernel, frequencies, parameters);
    taking.read(prints, 0, prints.length);
    expect([taking.last.tokens.length, taking.hot, taking.postings]).toEqual([1, 0, postings]);
    // One more than 0.003 of them, and it proposes nothing.
    frequencies.counts[list.hashes[0]! % frequencies.counts.length] = 13;
    markCommon(frequencies, parameters);
    taking.read(prints, 0, prints.length);
    expect([taking.last.tokens.length, taking.hot, taking.postings]).toEqual([0, 1, 0]);
  },
);
