import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Fingerprinter } from '../../../src/core/index/fingerprint.js';
import { Kernel } from '../../../src/core/kernel/kernel.js';
import { SpacedSeeds } from '../../../src/core/index/spacedSeeds.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

const fingerprinter = new Fingerprinter(DEFAULT_PARAMETERS.normalise);
const LENGTH = 3;
const SPACE = 2;

function seedsOfHalves(halves: number): SpacedSeeds {
  return new SpacedSeeds(new Kernel(), 'seeds', halves);
}

/** Where the spaced seeds of so many words begin: runs of three, the second at most two words behind the first. */
function beginnings(words: number, length = LENGTH, most = SPACE): number[] {
  const found: number[] = [];
  for (let at = 0; at + length <= words; at++)
    for (let space = 0; space <= most; space++) if (at + 2 * length + space <= words) found.push(at);
  return found;
}

function characters(count: number): string {
  return String.fromCharCode(...Array.from({ length: count }, (_, at) => 0x4e00 + at));
}

it.each([0, 5, 6, 10, 40])('makes each pair of near runs of %i words into one seed, once', (count) => {
  const prints = fingerprinter
    .of(Array.from({ length: count }, (_, at) => `w${at}`).join(' '))
    .prints.slice();
  const seeds = seedsOfHalves(2 * LENGTH);
  // A longer text before it leaves nothing in the buffers.
  const { prints: longer } = fingerprinter.of(Array.from({ length: 60 }, (_, at) => `x${at}`).join(' '));
  seeds.read(longer, 0, longer.length);
  seeds.clear();
  seeds.read(prints, 0, prints.length);
  expect([...seeds.places.subarray(0, seeds.count)]).toEqual(beginnings(count));
  expect(new Set(seeds.hashes.subarray(0, seeds.count)).size).toBe(seeds.count);
});

it.each([0, 11, 12, 20, 80])('counts each of %i characters as half a word', (count) => {
  const { prints } = fingerprinter.of(characters(count));
  const seeds = seedsOfHalves(2 * LENGTH);
  seeds.read(prints, 0, prints.length);
  expect([...seeds.places.subarray(0, seeds.count)]).toEqual(beginnings(count, 2 * LENGTH, 2 * SPACE));
});

it.each([characters(40), Array.from({ length: 40 }, (_, at) => `w${at}`).join(' ')])(
  'makes the same seeds of %s among other tokens',
  (text) => {
    const seedsOf = (whole: string): Set<number> => {
      const { prints } = fingerprinter.of(whole);
      const seeds = seedsOfHalves(2 * LENGTH);
      seeds.read(prints, 0, prints.length);
      return new Set(seeds.hashes.subarray(0, seeds.count));
    };
    const alone = seedsOf(text);
    const among = seedsOf(`one ${text} = 一 two`);
    expect(alone.size).toBeGreaterThan(80);
    expect([...alone].filter((hash) => !among.has(hash))).toEqual([]);
  },
);

it.each(['w', '字'])('gives the seeds of a run of %s one lowest bit, of half of the runs each', (word) => {
  const { prints } = fingerprinter.of(
    Array.from({ length: 2000 }, (_, at) =>
      word === 'w' ? `w${at} ` : String.fromCharCode(0x4e00 + at),
    ).join(''),
  );
  const seeds = seedsOfHalves(2 * LENGTH);
  seeds.read(prints, 0, prints.length);
  const bits = new Map<number, number>();
  for (let at = 0; at < seeds.count; at++) {
    const bit = seeds.hashes[at]! & 1;
    expect(bits.get(seeds.places[at]!) ?? bit).toBe(bit);
    bits.set(seeds.places[at]!, bit);
  }
  const ones = [...bits.values()].reduce((sum, bit) => sum + bit, 0);
  expect(Math.abs(ones / bits.size - 0.5)).toBeLessThan(0.05);
});

it('lets operators weigh nothing: they begin no seed, and stand in none alone', () => {
  const { prints } = fingerprinter.of('a = f(b); c = g(d); if (e) { return h; }');
  const seeds = seedsOfHalves(2 * LENGTH);
  seeds.read(prints, 0, prints.length);
  const names = [...prints.keys()].filter((at) => (prints[at]! & 2) === 0);
  // Of so many names, each with the operators beside it, as many runs as of so many words.
  expect([...seeds.places.subarray(0, seeds.count)]).toEqual(
    beginnings(names.length).map((number) => names[number]),
  );
  seeds.clear();
  const { prints: bare } = fingerprinter.of('{ } ( ) = + = { } ( ) = + = { } ( ) ;');
  seeds.read(bare, 0, bare.length);
  expect(seeds.count).toBe(0);
});

it('knows by a hash alone whether a seed begins at a token, as all that are made do', () => {
  const print = (...kinds: number[]) =>
    fc.tuple(fc.nat(5), fc.constantFrom(...kinds)).map(([word, kind]) => (word << 2) | kind);
  // Words, characters that weigh half of them, and operators; words or characters alone; and one other among them.
  const mixed = fc.array(print(0, 0, 0, 1, 1, 2), { maxLength: 40 });
  const alike = fc.constantFrom(0, 1).chain((kind) => fc.array(print(kind), { maxLength: 40 }));
  const another = fc
    .tuple(alike, print(0, 1, 2), fc.nat(39))
    .map(([prints, one, at]) => prints.map((other, place) => (place === at ? one : other)));
  const text = fc.oneof(mixed, alike, another).map((prints) => Uint16Array.from(prints));
  fc.assert(
    fc.property(text, text, fc.constantFrom(1, 4, 6, 7), (before, own, halves) => {
      const prints = Uint16Array.from([...before, ...own, 4, 4, 4, 4]);
      const [from, end] = [before.length, before.length + own.length];
      const kernel = new Kernel();
      const held = kernel.memory.grownPrints('held', prints.length, 0);
      held.set(prints);
      const bounds = kernel.memory.words('bounds', 2);
      bounds.set([from, end]);
      const texts = kernel.memory.words('texts', 3);
      texts.set([held.byteOffset, bounds.byteOffset]);
      // Of no length it opens fewer.
      const rules = kernel.memory.words('rules', 6);
      rules.set([1, halves, 1000, 0, 1000, 0]);
      const isSeed = (place: number, hash: number) =>
        kernel.run.isSeed(texts.byteOffset, rules.byteOffset, 0, place, hash) === 1;
      const seeds = new SpacedSeeds(kernel, 'seeds', halves);
      seeds.read(prints, from, end);
      const made = Array.from({ length: seeds.count }, (_, at) => [seeds.places[at]!, seeds.hashes[at]!]);
      const at = (place: number) =>
        new Set(made.filter(([begins]) => begins === place).map(([, hash]) => hash));
      const all = new Set(made.map(([, hash]) => hash!));
      for (let place = from; place < end; place++)
        for (const hash of [...all, 12345]) expect(isSeed(place, hash)).toBe(at(place).has(hash));
    }),
  );
});
