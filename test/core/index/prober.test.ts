import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fingerprinter } from '../../../src/core/index/fingerprint.js';
import {
  addCounts,
  isSampled,
  makeFrequencies,
  markCommon,
  SeedCounter,
} from '../../../src/core/index/frequencies.js';
import { Kernel } from '../../../src/core/kernel/kernel.js';
import { openSeeds } from '../../../src/core/index/openedSeeds.js';
import { Prober } from '../../../src/core/index/prober.js';
import { seedHalves } from '../../../src/core/index/runs.js';
import { BlockAssembly } from '../../../src/core/index/suspectBlock.js';
import { prepare, type Prepared } from '../../../src/core/match/prepare.js';
import { scorePair } from '../../../src/core/match/scorePair.js';
import { Vocabulary } from '../../../src/core/text/vocabulary.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';
import { random, Writer } from './texts.js';

const fingerprinter = new Fingerprinter(DEFAULT_PARAMETERS.normalise);

/** Pairs [suspect, original] that are proposed, equal normalised texts included. */
function proposed(
  suspects: readonly string[],
  originals: readonly string[],
  parameters = DEFAULT_PARAMETERS,
): Set<string> {
  const kept = (text: string) => {
    const { prints, key } = fingerprinter.of(text);
    return { prints: prints.slice(), key };
  };
  const mine = suspects.map(kept);
  const theirs = originals.map(kept);
  const kernel = new Kernel();
  const frequencies = makeFrequencies(originals.length, kernel.memory);
  const counter = new SeedCounter(parameters);
  for (const { prints, key } of theirs) if (isSampled(frequencies, key)) counter.add(prints);
  addCounts(frequencies, counter.counts);
  markCommon(frequencies, parameters);
  const assembly = new BlockAssembly(seedHalves(parameters), kernel);
  for (const { prints } of mine) {
    const starts = Uint32Array.of(0, prints.length);
    assembly.add({ prints, starts, ...openSeeds(kernel, prints, starts, frequencies, parameters) });
  }
  const prober = new Prober(kernel, assembly.finish(), parameters);
  const pairs = new Set<string>();
  const starts = new Uint32Array(theirs.length + 1);
  theirs.forEach(({ prints }, at) => (starts[at + 1] = starts[at]! + prints.length));
  const prints = new Uint16Array(starts[theirs.length]!);
  theirs.forEach((one, at) => prints.set(one.prints, starts[at]));
  let original = 0;
  for (const found of prober.propose({ prints, starts }, 0, theirs.length)) {
    for (const suspect of found) pairs.add(`${suspect} ${original}`);
    mine.forEach(({ key }, suspect) => {
      if (key === theirs[original]!.key) pairs.add(`${suspect} ${original}`);
    });
    original++;
  }
  return pairs;
}

/** Pairs that an exhaustive comparison keeps. */
function kept(
  suspects: readonly string[],
  originals: readonly string[],
  parameters = DEFAULT_PARAMETERS,
): string[] {
  const vocabulary = new Vocabulary();
  const ready = (text: string): Prepared => prepare(text, '', parameters, vocabulary);
  const theirs = originals.map(ready);
  return suspects.map(ready).flatMap((mine, suspect) =>
    theirs.flatMap((other, original) => {
      const { kind, reported } = scorePair(mine, other, parameters);
      return kind !== undefined && (reported || mine.tokens.weight >= 18) ? [`${suspect} ${original}`] : [];
    }),
  );
}

function missed(suspects: readonly string[], originals: readonly string[]): string[] {
  const pairs = proposed(suspects, originals);
  return kept(suspects, originals).filter((pair) => !pairs.has(pair));
}

describe('proposing by spaced seeds', () => {
  it('proposes at least 999 of 1,000 pairs that an exhaustive comparison keeps', () => {
    let compared = 0;
    const lost: string[] = [];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const writer = new Writer(random(seed));
        const length = (): number => 5 + Math.floor(writer.next() ** 3 * 300);
        const originals = Array.from({ length: 30 }, (_, at) =>
          at % 4 === 0 ? writer.characters(2 * length()) : writer.words(length()),
        );
        const suspects = originals.flatMap((text, at) => {
          const share = [0, 0.1, 0.2, 0.3][at % 4]!;
          const words = text.split(' ');
          const half = words.length >> 1;
          return [
            writer.replaced(text, share),
            [...words.slice(half), ...words.slice(0, half)].join(' '),
            writer.everyNth(text, 4 + (at % 6)),
            `${text.slice(0, text.length >> 1)} ${writer.words(20)}`,
          ];
        });
        compared += kept(suspects, originals).length;
        lost.push(...missed(suspects, originals).map((pair) => `seed ${seed}: ${pair}`));
      }),
      { numRuns: 12 },
    );
    expect(compared).toBeGreaterThan(500);
    expect(lost.length, lost.join('\n')).toBeLessThanOrEqual(Math.max(1, compared / 1000));
  });

  it('proposes little else', () => {
    const writer = new Writer(random(5));
    const originals = Array.from({ length: 300 }, () => writer.words(150));
    const suspects = Array.from({ length: 60 }, () => writer.words(150));
    expect(proposed(suspects, originals).size).toBeLessThan(30);
  });

  it('proposes all pairs of a passage that every suspect shares, with more entries than are looked up at once', () => {
    const writer = new Writer(random(11), 100_000);
    const passage = writer.words(70);
    const suspects = Array.from({ length: 1500 }, () => `${writer.words(8)} ${passage}`);
    const others = Array.from({ length: 2000 }, () => writer.words(12));
    // Every fourth of the last ones shares it, so that texts with and without seeds stand beside each other.
    const last = Array.from({ length: 60 }, (_, at) => (at % 4 === 0 ? `${passage} ${writer.words(9)}` : ''));
    const pairs = proposed(suspects, [...others, ...last]);
    const expected = suspects.flatMap((_, suspect) =>
      last.flatMap((text, at) => (text === '' ? [] : [`${suspect} ${others.length + at}`])),
    );
    expect(expected.filter((pair) => !pairs.has(pair)).length).toBe(0);
    expect(pairs.size).toBe(expected.length);
  });

  it('does not propose by text that is common to many originals', () => {
    const writer = new Writer(random(7), 100_000);
    const refusal = writer.words(60);
    const originals = Array.from({ length: 1500 }, () => `${writer.words(10)} ${refusal}`);
    const suspects = [`${writer.words(10)} ${refusal}`, originals[3]!];
    const pairs = [...proposed(suspects, originals)];
    expect(pairs).toContain('1 3');
    expect(pairs.length).toBeLessThan(30);
  });

  it('misses no pair that shares six words, where that is enough to be reported', () => {
    const parameters = { ...DEFAULT_PARAMETERS, passageToll: 0, reportFrom: 6 };
    const writer = new Writer(random(3), 1_000_000);
    const shared = Array.from({ length: 40 }, () => writer.words(6));
    const around = (text: string) => `${writer.words(20)} ${text} ${writer.words(20)}`;
    const [originals, suspects] = [shared.map(around), shared.map(around)];
    const pairs = kept(suspects, originals, parameters);
    expect(pairs.length).toBeGreaterThanOrEqual(40);
    const found = proposed(suspects, originals, parameters);
    expect(pairs.filter((pair) => !found.has(pair))).toEqual([]);
  });
});
