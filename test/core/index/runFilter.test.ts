import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Kernel } from '../../../src/core/kernel/kernel.js';
import { makeRunFilter, type RunFilter } from '../../../src/core/index/runFilter.js';
import { runHash } from '../../../src/core/index/runs.js';
import { seedList } from '../../../src/core/index/seedList.js';
import { SpacedSeeds } from '../../../src/core/index/spacedSeeds.js';
import { random } from './texts.js';

const HALVES = 6;
/** Words of a run. */
const LENGTH = HALVES / 2;
/** Of filters, and of those who read with them. */
const kernel = new Kernel();

/** 1 for an odd run, else 0. */
const oddBit = (run: number) => (run >>> 11) & 1;

/** The word of a run. */
function runWord(
  { shift, oddFrom, oddShift }: Pick<RunFilter, 'shift' | 'oddFrom' | 'oddShift'>,
  run: number,
) {
  return oddBit(run) === 0 ? run >>> shift : oddFrom + (run >>> (shift + oddShift));
}

/** Its two bits there. */
function bitsOf(run: number): number {
  const bits = Math.imul(run, 0x9e3779b1);
  return (1 << (bits >>> 27)) | (1 << ((bits >>> 22) & 31));
}

/** Prints of words, which have 0 in the two bits that tell weights. */
function words(most: number) {
  const word = fc.nat(2 ** 14 - 1).map((number) => number << 2);
  return fc.array(word, { minLength: 8, maxLength: most }).map((tokens) => Uint16Array.from(tokens));
}

/** A block's prints, which the kernel has. */
function held(all: Iterable<number>): Uint16Array {
  const prints = Uint16Array.from(all);
  const column = kernel.memory.grownPrints('block', prints.length, 0);
  column.set(prints);
  return column;
}

function seedsOf(prints: Uint16Array, filter?: RunFilter) {
  const seeds = new SpacedSeeds(kernel, 'seeds', HALVES, filter);
  seeds.read(prints, 0, prints.length);
  return Array.from({ length: seeds.count }, (_, at) => ({
    hash: seeds.hashes[at]!,
    token: seeds.places[at]!,
  }));
}

function listOf(seeds: readonly { readonly hash: number; readonly token: number }[]) {
  return seedList(
    Uint32Array.from(seeds, ({ hash }) => hash),
    Uint32Array.from(seeds, ({ token }) => token),
  );
}

it('holds the first run of every seed that a text keeps, odd runs in words of their own', () => {
  fc.assert(
    fc.property(words(400), words(40), (long, short) => {
      const prints = held([...long, ...short]);
      // The long text keeps the seeds of even runs.
      const kept = [seedsOf(long).filter(({ hash }) => (hash & 1) === 0), seedsOf(short)];
      const lists = kept.map(listOf);
      const firsts = [0, long.length];
      const filter = makeRunFilter(prints, lists, firsts, HALVES, kernel);
      const naive = new Uint32Array(filter.words.length);
      kept.forEach((seeds, list) => {
        const found = new Set(seedsOf([long, short][list]!, filter).map(({ hash }) => hash));
        for (const { hash, token } of seeds) {
          const run = runHash(prints, firsts[list]! + token, LENGTH);
          naive[runWord(filter, run)]! |= bitsOf(run);
          expect(hash & 1).toBe(oddBit(run));
          expect(found.has(hash)).toBe(true);
        }
      });
      expect(filter.words).toEqual(naive);
    }),
  );
});

it('turns most of what other texts offer away', () => {
  const text = (seed: number) => {
    const next = random(seed);
    return Uint16Array.from({ length: 400 }, () => Math.floor(next() * 2 ** 14) << 2);
  };
  const seeds = seedsOf(text(1));
  const filter = makeRunFilter(held(text(1)), [listOf(seeds)], [0], HALVES, kernel);
  expect(seedsOf(text(1), filter)).toEqual(seeds);
  expect(seedsOf(text(2), filter).length).toBeLessThan(0.2 * seeds.length);
});

it('chooses among all words of a filter of any size', () => {
  // Of the largest filter fewest bits of a run are left below those that choose its word.
  const filter = { shift: 12, oddFrom: 2 ** 20, oddShift: 0 };
  const runs = Array.from({ length: 4000 }, (_, at) => Math.imul(at + 1, 0x9e3779b1));
  for (const odd of [0, 1]) {
    const own = runs.filter((run) => oddBit(run) === odd).map((run) => runWord(filter, run));
    expect(own.every((word) => word >= odd * 2 ** 20 && word < (odd + 1) * 2 ** 20)).toBe(true);
    for (let bit = 0; bit < 20; bit++) {
      const set = own.filter((word) => ((word >> bit) & 1) === 1).length;
      expect(Math.abs(set / own.length - 0.5)).toBeLessThan(0.1);
    }
  }
});
