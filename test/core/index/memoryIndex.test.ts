import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allProposed } from '../../../src/core/index/candidateIndex.js';
import { MemoryIndex } from '../../../src/core/index/memoryIndex.js';
import { Preparer } from '../../../src/core/match/prepare.js';
import { Vocabulary } from '../../../src/core/text/vocabulary.js';
import { cancelled, Failure } from '../../../src/shared/failure.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

const NEVER_HOT = { hotShare: 1, hotMinimum: 1 };

/** Few keys, some of them equal in their upper bits, so that all depths of the sort are used. */
const key = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 2 ** 53 - 1 }),
  fc.nat(5).map((n) => 2 ** 52 + n),
  fc.nat(5).map((n) => n * 2 ** 40),
);
const keySet = fc.uniqueArray(key, { maxLength: 20 }).map((keys) => Float64Array.from(keys).sort());
const response = fc.record({ textKey: fc.nat(5), normalisedKey: fc.nat(5), shingles: keySet });

test('proposals equal a brute-force count, hot shingles left out', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(response, { maxLength: 12 }),
      fc.array(response, { minLength: 1, maxLength: 3 }),
      fc.record({ hotShare: fc.constantFrom(0, 0.2, 0.5, 1), hotMinimum: fc.integer({ min: 1, max: 4 }) }),
      async (originals, suspects, rule) => {
        const index = new MemoryIndex(rule);
        originals.forEach((original, id) => expect(index.add(original)).toBe(id));
        index.seal();
        const holders = (shingle: number): number =>
          originals.filter(({ shingles }) => shingles.includes(shingle)).length;
        const isHot = (shingle: number): boolean =>
          holders(shingle) > rule.hotShare * originals.length && holders(shingle) >= rule.hotMinimum;
        const found = await index.find(suspects);
        suspects.forEach((suspect, at) => {
          const counts = originals.map(
            ({ shingles }) =>
              suspect.shingles.filter((shingle) => !isHot(shingle) && shingles.includes(shingle)).length,
          );
          const ids = counts.flatMap((count, id) => (count > 0 ? [id] : []));
          expect([...found[at]!.ids]).toEqual(ids);
          expect([...found[at]!.shared]).toEqual(ids.map((id) => counts[id]));
          expect(found[at]!.hot).toBe(suspect.shingles.filter(isHot).length);
          expect(found[at]!.identical).toEqual(
            originals.flatMap(({ textKey }, id) => (textKey === suspect.textKey ? [id] : [])),
          );
          expect(found[at]!.normalised).toEqual(
            originals.flatMap(({ normalisedKey }, id) =>
              normalisedKey === suspect.normalisedKey ? [id] : [],
            ),
          );
        });
        const all = new Set(originals.flatMap(({ shingles }) => [...shingles]));
        expect(index.hotShingles).toBe([...all].filter(isHot).length);
      },
    ),
    { numRuns: 300 },
  );
});

test('equal responses are found whatever their length and however hot their words', () => {
  const index = new MemoryIndex({ hotShare: 0, hotMinimum: 1 });
  const preparer = new Preparer(DEFAULT_PARAMETERS, new Vocabulary());
  const long = 'one two three four five six seven';
  for (const text of ['Paris.', '', '!!!', long]) index.add(preparer.prepare(text, ''));
  index.seal();
  const propose = (text: string): number[] =>
    allProposed(index.propose(new Preparer(DEFAULT_PARAMETERS, new Vocabulary()).prepare(text, '')));
  expect(propose('Paris.')).toEqual([0]);
  expect(propose('**paris**.')).toEqual([0]);
  expect(propose('')).toEqual([1]);
  expect(propose('!!!')).toEqual([2]);
  expect(propose(long)).toEqual([3]);
  expect(index.propose(preparer.prepare(long, '')).hot).toBe(3);
});

test('keys are the same from one vocabulary to the next', () => {
  const [one, two] = [new Vocabulary(), new Vocabulary()];
  two.idOf('of');
  two.idOf('some');
  const text = 'some words of a text of some length';
  const [a, b] = [one, two].map((vocabulary) =>
    new Preparer(DEFAULT_PARAMETERS, vocabulary).prepare(text, ''),
  );
  expect(a!.shingles).toEqual(b!.shingles);
  expect(a!.normalisedKey).toBe(b!.normalisedKey);
});

test('a cancelled search says so', async () => {
  const index = new MemoryIndex(NEVER_HOT);
  index.seal();
  const search = index.find(
    [{ textKey: 0, normalisedKey: 0, shingles: new Float64Array(0) }],
    AbortSignal.abort(),
  );
  await expect(search).rejects.toThrow(Failure);
  await expect(search).rejects.toThrow(cancelled().message);
});
