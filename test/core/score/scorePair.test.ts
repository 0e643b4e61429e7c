import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepare } from '../../../src/core/match/prepare.js';
import { scorePair, type ScoredPair } from '../../../src/core/match/scorePair.js';
import { dice } from '../../../src/core/score/dice.js';
import { longestFrom } from '../../../src/core/score/suffixAutomaton.js';
import { Vocabulary } from '../../../src/core/text/vocabulary.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';
import { oracle } from './oracle.js';

function score(a: string, b: string, promptA = '', promptB = ''): ScoredPair {
  const vocabulary = new Vocabulary();
  const suspect = prepare(a, promptA, DEFAULT_PARAMETERS, vocabulary);
  return scorePair(suspect, prepare(b, promptB, DEFAULT_PARAMETERS, vocabulary), DEFAULT_PARAMETERS);
}

const letters = (size: number): fc.Arbitrary<string[]> =>
  fc.array(
    fc.nat(size - 1).map((n) => `w${n}`),
    { maxLength: 40 },
  );
/** Texts over small alphabets, some made of pieces of a common stock, so that they share runs. */
const stock = 'aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp qq rr ss tt'.split(' ');
const pieces = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.nat(17), fc.integer({ min: 1, max: 14 }))
        .map(([at, length]) => stock.slice(at, at + length)),
      fc.constantFrom(['x'], ['y'], ['z']),
    ),
    { maxLength: 6 },
  )
  .map((all) => all.flat());
const words = fc.oneof(letters(2), letters(4), letters(16), pieces, pieces);

test('every score equals the oracle', () => {
  fc.assert(
    fc.property(words, words, words, words, (a, b, promptA, promptB) => {
      const expected = oracle(a, b, [promptA, promptB]);
      const { scores } = score(a.join(' '), b.join(' '), promptA.join(' '), promptB.join(' '));
      expect({
        jaccard: scores.jaccard.value,
        containmentSuspect: scores.containmentSuspect.value,
        containmentOriginal: scores.containmentOriginal.value,
        longestRun: scores.longestRun.value,
        evidence: scores.distinctiveTokens.value,
        raw: scores.distinctiveTokens.raw,
        bits: scores.evidenceBits!.value,
      }).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

test('the order of the texts changes neither jaccard nor the longest run; explaining never adds', () => {
  fc.assert(
    fc.property(words, words, words, (a, b, prompt) => {
      const there = score(a.join(' '), b.join(' '), prompt.join(' '));
      const back = score(b.join(' '), a.join(' '));
      expect(there.scores.jaccard).toEqual(back.scores.jaccard);
      expect(there.scores.longestRun).toEqual(back.scores.longestRun);
      expect(there.scores.containmentSuspect).toEqual(back.scores.containmentOriginal);
      expect(there.scores.distinctiveTokens.value).toBeLessThanOrEqual(there.scores.distinctiveTokens.raw);
    }),
    { numRuns: 500 },
  );
});

test('marks of passages show equal words on both sides', () => {
  fc.assert(
    fc.property(pieces, pieces, (a, b) => {
      const [left, right] = [a.join('  '), b.join(', ')];
      for (const { seeds } of score(left, right).passages)
        for (const seed of seeds) {
          const some = left.slice(...seed.suspect).split('  ');
          expect(right.slice(...seed.original).split(', ')).toEqual(some);
          expect(some.length).toBe(seed.tokens);
        }
    }),
  );
});

const LONG =
  'It was a bright cold day in autumn and all the old clocks of our town struck an hour that none had heard';

test('kinds', () => {
  expect(score(LONG, LONG)).toMatchObject({ kind: 'identical', reported: true });
  expect(score('Paris.', 'Paris.')).toMatchObject({ kind: 'identical', reported: false });
  expect(score('Paris.', 'Paris.').scores.jaccard.value).toBe(1);
  expect(score(`**${LONG}**`, LONG.toUpperCase()).kind).toBe('normalised');
  expect(score(`${LONG}!`, LONG).kind).toBe('near-duplicate');
  expect(score(`${LONG} ${stock.join(' ')} ${stock.toReversed().join(' ')}`, LONG).kind).toBe('partial');
  const unlike = score(LONG, stock.join(' '));
  expect(unlike.kind).toBeUndefined();
  expect(
    unlike.scores.longestRun.value + unlike.scores.jaccard.value + unlike.scores.distinctiveTokens.raw,
  ).toBe(0);
  expect(score('', '').kind).toBe('identical');
});

test('what the prompts say counts nothing and is shown on both sides', () => {
  const { scores, reported, explained } = score(LONG, LONG, '', `Repeat: ${LONG}`);
  expect(scores.distinctiveTokens).toEqual({ value: 0, raw: 13 });
  expect(reported).toBe(false);
  expect(explained).toEqual([
    { side: 'suspect', start: 0, end: LONG.length, reason: 'prompt' },
    { side: 'original', start: 0, end: LONG.length, reason: 'prompt' },
  ]);
});

test('a character of a script without spaces weighs a half', () => {
  const text = '学而时习之不亦说乎有朋自远方来不亦乐乎人不知而不愠不亦君子乎';
  const { scores } = score(text, text);
  expect(scores.longestRun.value).toBe(text.length / 2);
  expect(scores.distinctiveTokens.raw).toBe(text.length / 2 - 10);
  expect(score('学而', '学而 x').scores.longestRun.value).toBe(1);
});

test('disguise is undone and flagged', () => {
  const found = score(LONG.replaceAll('ou', '\u043eu').replace('clocks', 'clo\u200bcks'), LONG);
  expect(found.scores.jaccard.value).toBeGreaterThan(0.9);
  expect(found.flags).toEqual(['homoglyphs', 'zero-width characters']);
});

test('look-alike letters that the original has too are no disguise', () => {
  const text = LONG.replaceAll('ou', '\u043eu');
  expect(score(text, text).flags).toEqual([]);
});

test('texts that repeat themselves are scored without going through all pairs of places', () => {
  const { scores } = score('a '.repeat(40_000), 'a '.repeat(20_000));
  expect(scores.longestRun.value).toBe(20_000);
  expect(scores.distinctiveTokens.raw).toBe(19_990);
  const some = score('a b c '.repeat(9_000), 'c b a '.repeat(9_000));
  expect(some.scores.longestRun.value).toBe(1);
});

test('the suffix automaton finds the longest run from every place', () => {
  const ids = fc.array(fc.nat(2), { maxLength: 20 }).map((all) => Int32Array.from(all));
  fc.assert(
    fc.property(ids, ids, (text, within) => {
      const { lengths, places } = longestFrom(text, within);
      const joined = `,${within.join(',')},`;
      text.forEach((_, at) => {
        const length = lengths[at]!;
        expect([...within.slice(places[at], places[at]! + length)]).toEqual([...text.slice(at, at + length)]);
        const longer = text.slice(at, at + length + 1);
        if (longer.length > length) expect(joined.includes(`,${longer.join(',')},`)).toBe(false);
      });
    }),
  );
});

test('dice takes blank texts for alike only if they are equal', () => {
  expect(dice(' ', '')).toBe(0);
  expect(dice('', '')).toBe(1);
  expect(dice('a', 'a b')).toBe(0);
  expect(dice('night', 'nacht')).toBe(0.25);
});
