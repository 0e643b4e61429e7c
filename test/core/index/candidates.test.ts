import { expect, it } from 'vitest';
import { Candidates } from '../../../src/core/index/candidates.js';
import { Fingerprinter } from '../../../src/core/index/fingerprint.js';
import { Kernel } from '../../../src/core/kernel/kernel.js';
import { BlockAssembly } from '../../../src/core/index/suspectBlock.js';
import { Lookup } from '../../../src/core/index/lookup.js';
import { seedList } from '../../../src/core/index/seedList.js';
import { seedHalves, shingleHash } from '../../../src/core/index/runs.js';
import { SharedSeeds } from '../../../src/core/index/sharedSeeds.js';
import { SpacedSeeds } from '../../../src/core/index/spacedSeeds.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

const NONE = seedList(new Uint32Array(0), new Uint32Array(0));
const words = (word: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${word}${at}`).join(' ');
const TEXT = words('word', 40);

const printsOf = (text: string) => new Fingerprinter(DEFAULT_PARAMETERS.normalise).of(text).prints.slice();

/** The hash of the first seed that begins at each word. */
function seedHashes(text: string): (place: number) => number {
  const prints = printsOf(text);
  const seeds = new SpacedSeeds(new Kernel(), 'seeds', seedHalves(DEFAULT_PARAMETERS));
  seeds.read(prints, 0, prints.length);
  return (place) => seeds.hashes[seeds.places.indexOf(place)]!;
}

/**
 * What is likely where a block of one text meets the same text, or another that has the same words at the same places,
 * with these seeds of it, and with others that begin at these words.
 */
function likely(
  seeds: readonly number[],
  parameters = DEFAULT_PARAMETERS,
  others: readonly number[] = [],
  [here, there]: readonly [string, string] = [TEXT, TEXT],
): readonly number[] {
  const prints = printsOf(here);
  const hashOf = seedHashes(there);
  const found = [
    ...seeds.map((place) => ({ place, hash: hashOf(place) })),
    ...others.map((place) => ({ place, hash: (hashOf(place) ^ 0x1000) >>> 0 })),
  ].sort((a, b) => a.place - b.place);
  const places = Uint32Array.from(found, ({ place }) => place);
  const hashes = Uint32Array.from(found, ({ hash }) => hash);
  const kernel = new Kernel();
  const assembly = new BlockAssembly(seedHalves(parameters), kernel);
  const starts = Uint32Array.of(0, prints.length);
  const few = Uint32Array.of(0);
  assembly.add({ prints, starts, short: few, hot: few, seeds: seedList(hashes, places), shingles: NONE });
  const block = assembly.finish();
  const original = printsOf(there);
  const offered = new SpacedSeeds(kernel, 'offered', seedHalves(parameters));
  offered.read(original, 0, original.length);
  offered.hashes.set(hashes);
  const met = new Lookup(kernel, 'met');
  met.findSeeds(block.seeds, offered, 0, found.length, found.length);
  expect(met.count).toBe(found.length);
  const shared = new SharedSeeds(kernel, block, parameters);
  const bounds = kernel.memory.words('bounds', 2);
  bounds[1] = found.length;
  shared.choose(met, offered, bounds, 1);
  const candidates = new Candidates(block, shared, parameters);
  candidates.begin(original, 0, original.length);
  for (const entry of shared.chosen.subarray(0, shared.count))
    candidates.addSeed(met.tokens[entry]!, places[met.offered[entry]!]!, hashes[met.offered[entry]!]!);
  return candidates.likely();
}

it('follows a passage from two seeds on, and from one where little is reported', () => {
  expect(likely([5])).toEqual([]);
  expect(likely([5, 20])).toEqual([0]);
  expect(likely([5], { ...DEFAULT_PARAMETERS, reportFrom: 1 })).toEqual([0]);
});

it('takes no seeds of others for those of a text, which the table does not tell apart', () => {
  expect(likely([], DEFAULT_PARAMETERS, [5, 20])).toEqual([]);
  expect(likely([5], DEFAULT_PARAMETERS, [2, 20, 25])).toEqual([]);
  expect(likely([5, 25], DEFAULT_PARAMETERS, [2, 20])).toEqual([0]);
  expect(likely([], { ...DEFAULT_PARAMETERS, reportFrom: 1 }, [5, 20])).toEqual([]);
});

it('follows no passage from what is no seed of both, beside seeds of a set phrase', () => {
  const around = (between: string) => `${words('phrase', 8)} ${words(between, 20)} ${words('word', 30)}`;
  const texts: [string, string] = [around('here'), around('there')];
  expect(likely([0, 1], DEFAULT_PARAMETERS, [], texts)).toEqual([]);
  expect(likely([0, 1, 30], DEFAULT_PARAMETERS, [], texts)).toEqual([0]);
  expect(likely([0, 1], DEFAULT_PARAMETERS, [30], texts)).toEqual([]);
});

it.each([
  [95, 0],
  [96, 1],
  [319, 1],
  [320, 3],
])('takes of a text of %i words only seeds that it opens', (count, mask) => {
  const text = words('word', count);
  const hashOf = seedHashes(text);
  const places = Array.from({ length: count - 10 }, (_, at) => at);
  const [opened, closed] = [true, false].map((open) =>
    places.filter((place) => ((hashOf(place) & mask) === 0) === open),
  );
  expect(opened!.length).toBeGreaterThan(20);
  expect(closed!.length > 20).toBe(mask > 0);
  expect(likely(opened!, DEFAULT_PARAMETERS, [], [text, text])).toEqual([0]);
  expect(likely(closed!, DEFAULT_PARAMETERS, [], [text, text])).toEqual([]);
});

it('counts the shingles that a short text has, and none that only looks like one of its', () => {
  const { shingleSize, normalise } = DEFAULT_PARAMETERS;
  const { prints } = new Fingerprinter(normalise).of(TEXT.split(' ').slice(0, 12).join(' '));
  const count = prints.length - shingleSize + 1;
  const near = (change: (hash: number, at: number) => number): readonly number[] => {
    const assembly = new BlockAssembly(seedHalves(DEFAULT_PARAMETERS), new Kernel());
    const starts = Uint32Array.of(0, prints.length);
    const short = Uint32Array.of(count);
    assembly.add({ prints, starts, short, hot: Uint32Array.of(0), seeds: NONE, shingles: NONE });
    const candidates = new Candidates(assembly.finish(), { isSeed: () => false }, DEFAULT_PARAMETERS);
    candidates.begin(prints, 0, prints.length);
    for (let at = 0; at < count; at++)
      candidates.addShingle(at, change(shingleHash(prints, at, shingleSize), at));
    return candidates.likely();
  };
  expect(near((hash) => hash)).toEqual([0]);
  expect(near((hash, at) => (at === 0 ? hash : hash ^ 1))).toEqual([]);
});
