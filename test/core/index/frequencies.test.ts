import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addCounts, makeFrequencies, SeedCounter } from '../../../src/core/index/frequencies.js';
import { seedHalves, shingleHash } from '../../../src/core/index/runs.js';
import { SpacedSeeds } from '../../../src/core/index/spacedSeeds.js';
import { TextRuns } from '../../../src/core/index/textRuns.js';
import { Kernel } from '../../../src/core/kernel/kernel.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

const halves = seedHalves(DEFAULT_PARAMETERS);
const { shingleSize } = DEFAULT_PARAMETERS;

/** Words, half words and operators, few enough that texts repeat themselves. */
const print = fc.tuple(fc.nat(30), fc.constantFrom(0, 0, 0, 1, 2)).map(([word, kind]) => (word << 2) | kind);
const text = fc.array(print, { maxLength: 120, size: 'max' }).map((prints) => Uint16Array.from(prints));

/** All hashes that are counted of a text, the same one as often as it is counted. */
function counted(prints: Uint16Array): number[] {
  const seeds = new SpacedSeeds(new Kernel(), 'seeds', halves);
  const runs = new TextRuns(halves);
  seeds.read(prints, 0, prints.length);
  runs.read(prints, 0, prints.length);
  const places = seeds.places.subarray(0, seeds.count);
  return [
    ...seeds.hashes.subarray(0, seeds.count),
    ...Array.from(new Set(places), (place) => runs.hashes[place]!),
    ...Array.from({ length: Math.max(0, prints.length - shingleSize + 1) }, (_, at) =>
      shingleHash(prints, at, shingleSize),
    ),
  ];
}

it('counts each seed, each run that begins one, and each shingle, text after text', () => {
  const counter = new SeedCounter(DEFAULT_PARAMETERS);
  const naive = new Map<number, number>();
  fc.assert(
    fc.property(text, (prints) => {
      const hashes = counted(prints);
      const counters = hashes.map((hash) => hash & (counter.counts.length - 1));
      for (const one of counters) naive.set(one, (naive.get(one) ?? 0) + 1);
      counter.add(prints);
      expect(counters.map((one) => counter.counts[one])).toEqual(counters.map((one) => naive.get(one)));
    }),
  );
  const all = counter.counts.reduce((sum, count) => sum + count, 0);
  expect(all).toBe([...naive.values()].reduce((sum, count) => sum + count, 0));
  expect(all).toBeGreaterThan(1000);
});

it('ends at the most that a counter holds, whoever counted what', () => {
  const most = 2 ** 16 - 1;
  const counter = new SeedCounter(DEFAULT_PARAMETERS);
  const prints = Uint16Array.from({ length: 40 }, (_, at) => (at + 1) << 2);
  const counters = counted(prints).map((hash) => hash & (counter.counts.length - 1));
  counter.counts.fill(most - 1);
  counter.add(prints);
  expect(new Set(counters.map((one) => counter.counts[one]))).toEqual(new Set([most]));
  counter.add(prints);
  expect(counter.counts.reduce((top, count) => Math.max(top, count), 0)).toBe(most);
  const untouched = counter.counts.findIndex((count) => count < most);
  const frequencies = makeFrequencies(1, new Kernel().memory);
  addCounts(
    frequencies,
    Uint16Array.from(counter.counts, (count) => (count === most ? 3 : 1)),
  );
  addCounts(frequencies, counter.counts);
  expect([frequencies.counts[counters[0]!], frequencies.counts[untouched]]).toEqual([most, most]);
  const sum = makeFrequencies(1, new Kernel().memory);
  for (const add of [5, 7]) addCounts(sum, new Uint16Array(counter.counts.length).fill(add));
  expect(sum.counts.every((count) => count === 12)).toBe(true);
});
