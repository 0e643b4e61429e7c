import { expect, it } from 'vitest';
import { Fingerprinter } from '../../../src/core/index/fingerprint.js';
import {
  addCounts,
  Commonness,
  makeFrequencies,
  markCommon,
  SeedCounter,
} from '../../../src/core/index/frequencies.js';
import { Kernel } from '../../../src/core/kernel/kernel.js';
import { LinearMemory } from '../../../src/core/kernel/linearMemory.js';
import { openSeeds } from '../../../src/core/index/openedSeeds.js';
import { seedHalves } from '../../../src/core/index/runs.js';
import { SpacedSeeds } from '../../../src/core/index/spacedSeeds.js';
import { TextRuns } from '../../../src/core/index/textRuns.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';
import { random, Writer } from './texts.js';

const parameters = { ...DEFAULT_PARAMETERS, hotShare: 0.1, hotMinimum: 5 };
const fingerprinter = new Fingerprinter(parameters.normalise);
const kernel = new Kernel();
const REFUSAL =
  'sadly this assistant must decline requests about locks drains kites ovens and other matters today';

function frequenciesOf(originals: readonly string[]) {
  const frequencies = makeFrequencies(originals.length, kernel.memory);
  const counter = new SeedCounter(parameters);
  for (const one of originals) counter.add(fingerprinter.of(one).prints);
  addCounts(frequencies, counter.counts);
  markCommon(frequencies, parameters);
  return frequencies;
}

/** Places at which a text opens seeds, where these texts are the originals, and how many seeds are too common. */
function opened(text: string, originals: readonly string[]) {
  const frequencies = frequenciesOf(originals);
  const { prints } = fingerprinter.of(text);
  const { seeds, hot } = openSeeds(kernel, prints, Uint32Array.of(0, prints.length), frequencies, parameters);
  return { places: [...seeds.tokens].sort((a, b) => a - b), hot: hot[0]! };
}

it('opens no seed that begins or ends with a run that many originals have, though what stands beside it is rare', () => {
  const writer = new Writer(random(7));
  const around = () => [writer.words(20), writer.words(30)] as const;
  const [before, after] = around();
  const text = `${before} ${REFUSAL} ${after}`;
  const others = Array.from({ length: 40 }, around);
  const shared = opened(
    text,
    others.map(([first, last]) => `${first} ${REFUSAL} ${last}`),
  );
  const alone = opened(
    text,
    others.map((other) => other.join(' ')),
  );
  const start = 20;
  const end = start + fingerprinter.of(REFUSAL).prints.length;
  // From the last run before the refusal on, whose next runs are all in it, to the last run that is wholly in it.
  const touched = (place: number) => place >= start - 3 && place <= end - 3;
  expect(new Set(alone.places.filter(touched)).size).toBe(end - start + 1);
  expect(shared.places.filter(touched)).toEqual([]);
  expect(shared.places.some((place) => place < start - 3)).toBe(true);
  expect(shared.places.some((place) => place >= end)).toBe(true);
  expect(shared.hot - alone.hot).toBeGreaterThanOrEqual(3 * (end - start + 1));
});

it('counts the shingles of short texts that many originals have, beside their seeds', () => {
  const short = REFUSAL.split(' ').slice(0, 8).join(' ');
  const { prints } = fingerprinter.of(short);
  const frequencies = frequenciesOf(Array<string>(40).fill(short));
  const { seeds, shingles, hot } = openSeeds(
    kernel,
    prints,
    Uint32Array.of(0, prints.length),
    frequencies,
    parameters,
  );
  const list = new SpacedSeeds(kernel, 'seeds', seedHalves(parameters));
  list.read(prints, 0, prints.length);
  expect([seeds.tokens.length, shingles.tokens.length]).toEqual([0, 0]);
  expect([...hot]).toEqual([list.count + prints.length - parameters.shingleSize + 1]);
});

it('opens the rarest seeds of a text until sixteen thousand postings are open', () => {
  const { prints } = fingerprinter.of(new Writer(random(5)).words(90));
  const frequencies = makeFrequencies(4096, kernel.memory);
  frequencies.counts.fill(1000);
  const all = { ...parameters, hotShare: 1 };
  markCommon(frequencies, all);
  const { seeds, hot } = openSeeds(kernel, prints, Uint32Array.of(0, prints.length), frequencies, all);
  expect(seeds.tokens).toHaveLength(16);
  expect(hot[0]).toBeGreaterThan(16);
});

it('adds up what several threads counted', () => {
  const writer = new Writer(random(11));
  const texts = Array.from({ length: 6 }, () => fingerprinter.of(writer.words(40)).prints.slice());
  const counted = (own: readonly Uint16Array[]) => {
    const counter = new SeedCounter(parameters);
    for (const prints of own) counter.add(prints);
    return counter.counts;
  };
  const [once, twice] = [makeFrequencies(6, new LinearMemory()), makeFrequencies(6, new LinearMemory())];
  addCounts(once, counted(texts));
  for (const own of [texts.slice(0, 2), texts.slice(2)]) addCounts(twice, counted(own));
  expect(once.counts.some((count) => count > 0)).toBe(true);
  expect(twice.counts.every((count, at) => count === once.counts[at])).toBe(true);
});

it.each(['', '=', '= ='])(
  'leaves out the seeds of hot runs alone where «%s» stands beside them',
  (operators) => {
    const writer = new Writer(random(9));
    const around = () => [writer.words(20), writer.words(30)] as const;
    const between = ([first, last]: readonly [string, string]) =>
      `${first} ${operators} ${REFUSAL} ${operators} ${last}`;
    const originals = Array.from({ length: 40 }, () => between(around()));
    const text = between(around());
    const { prints } = fingerprinter.of(text);
    const halves = seedHalves(parameters);
    const runs = new TextRuns(halves);
    runs.read(prints, 0, prints.length);
    const keys = [...runs.hashes];
    const common = new Commonness(frequenciesOf(originals), parameters);
    const seeds = new SpacedSeeds(new Kernel(), 'seeds', halves);
    seeds.read(prints, 0, prints.length);
    const expected = [...seeds.places.subarray(0, seeds.count)].filter(
      (place, seed) =>
        !common.isHot(seeds.hashes[seed]!) &&
        !common.isHot(keys[place]!) &&
        !common.isHot(keys[seeds.seconds[seed]!]!),
    );
    expect(opened(text, originals).places).toEqual(expected);
    expect(expected.length).toBeLessThan(seeds.count - 3 * 15);
  },
);

it.each(['one two three four five six seven eight', 'a1 a2 = a3 a4 a5 = = a6 a7 a8 a9 b1 b2'])(
  'tells where the second run of each seed of «%s» begins',
  (text) => {
    const { prints } = fingerprinter.of(text);
    const halves = seedHalves(parameters);
    const seeds = new SpacedSeeds(new Kernel(), 'seeds', halves);
    seeds.read(prints, 0, prints.length);
    expect(seeds.count).toBeGreaterThan(0);
    const isOperator = (token: number) => (prints[token]! & 2) !== 0;
    for (let seed = 0; seed < seeds.count; seed++) {
      const alone = new SpacedSeeds(new Kernel(), 'seeds', halves);
      // Without what stands between its runs, each is the first seed.
      const place = seeds.places[seed]!;
      const second = seeds.seconds[seed]!;
      expect(isOperator(second)).toBe(false);
      const runs = new TextRuns(halves);
      runs.read(prints, 0, prints.length);
      const kept = [...prints.slice(place, runs.ends[place]), ...prints.slice(second, runs.ends[second])];
      alone.read(Uint16Array.from(kept), 0, kept.length);
      expect(alone.hashes[0]).toBe(seeds.hashes[seed]);
    }
  },
);

it('opens none of the seeds at one place that a table may take for each other', () => {
  const writer = new Writer(random(21));
  const frequencies = frequenciesOf([]);
  const list = new SpacedSeeds(kernel, 'seeds', seedHalves(parameters));
  const key = (hash: number, token: number) => `${hash} ${token}`;
  let closed = 0;
  for (let text = 0; text < 400; text++) {
    const prints = fingerprinter.of(writer.words(80)).prints.slice();
    const { seeds } = openSeeds(kernel, prints, Uint32Array.of(0, prints.length), frequencies, parameters);
    list.clear();
    list.read(prints, 0, prints.length);
    const all = Array.from({ length: list.count }, (_, at) => ({
      hash: list.hashes[at]!,
      token: list.places[at]!,
    }));
    const alone = all.filter(
      ({ hash, token }) =>
        !all.some((other) => other.token === token && other.hash !== hash && other.hash >>> 4 === hash >>> 4),
    );
    closed += all.length - alone.length;
    expect(Array.from(seeds.hashes, (hash, at) => key(hash, seeds.tokens[at]!)).sort()).toEqual(
      alone.map(({ hash, token }) => key(hash, token)).sort(),
    );
  }
  expect(closed).toBeGreaterThan(0);
});
