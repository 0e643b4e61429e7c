import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BestScores } from '../../../src/core/match/bestScores.js';
import {
  compareWithinFinding,
  type FindingOrderKey,
  type OriginalKey,
  type ScoresKey,
} from '../../../src/core/match/order.js';

type Scores = [boolean, number, number, number];

const there = (record: number): OriginalKey => ({
  kind: 'identical',
  original: { sha256: 'a', path: 'one.jsonl', record },
});

const few = fc.integer({ min: 0, max: 2 });
/** Most are equal, so that places decide. */
const scores = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Scores>([true, 1, 1, 1], [true, 1, 1, 0]) },
  fc.tuple(fc.boolean(), few, few, few),
);

function key([reported, tokens, containment, jaccard]: Scores): ScoresKey {
  return {
    reported,
    scores: {
      distinctiveTokens: { value: tokens },
      containmentSuspect: { value: containment / 2 },
      jaccard: { value: jaccard / 2 },
    },
  };
}

const place: fc.Arbitrary<OriginalKey> = fc.record({
  kind: fc.constantFrom('identical', 'normalised'),
  original: fc.record({
    sha256: fc.constantFrom('a', 'b'),
    path: fc.constantFrom('one.jsonl', 'two.jsonl'),
    record: few,
  }),
});

it('turns away only what goes behind as many of the same suspect as are kept', () => {
  let turnedAway = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(few, scores, place), { maxLength: 80 }),
      fc.integer({ min: 1, max: 5 }),
      (met, most) => {
        const best = new BestScores(most, 3);
        met.forEach(([suspect, one, here], at) => {
          const before = met.slice(0, at).filter(([other]) => other === suspect);
          const better = before.filter(([, other, where]) => order(other, where, one, here) < 0).length;
          const beyond = best.isBeyond(suspect, key(one), () => here);
          const isKept = best.add(suspect, key(one), () => here);
          // Strictly better ones are enough, wherever they stand.
          const surpassing = before.slice(2).filter(([, other]) => rank(other) > rank(one)).length;
          if (surpassing >= most) expect(isKept).toBe(false);
          if (isKept && !beyond) return;
          expect(better).toBeGreaterThanOrEqual(most);
          turnedAway++;
        });
      },
    ),
    { numRuns: 2000 },
  );
  expect(turnedAway).toBeGreaterThan(0);
});

it('knows of rows what they go behind, whichever was dropped', () => {
  const values: Scores[] = [
    [true, 2, 0, 0],
    [true, 1, 0, 0],
    [false, 0, 0, 0],
  ];
  const step = fc.tuple(fc.constantFrom(...values.slice(0, 2)), fc.integer({ min: 0, max: 5 }));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.array(step, { maxLength: 9 }), (most, steps) => {
      const best = new BestScores(most, 1);
      // The first few are not remembered, and go behind all others.
      for (let at = 0; at < 2; at++) best.add(0, key(values[2]!), () => there(9));
      steps.forEach(([one, record], at) => {
        const before = steps.slice(0, at);
        const better = before.filter(([a, b]) => order(a, there(b), one, there(record)) < 0).length;
        if (!best.add(0, key(one), () => there(record))) expect(better).toBeGreaterThanOrEqual(most);
      });
    }),
    { numRuns: 5000 },
  );
});

it('turns away what surpassed the first ones and what as many with its scores go before, in their order', () => {
  const best = new BestScores(2, 1);
  const tied = (record: number) => best.add(0, key([true, 1, 1, 1]), () => there(record));
  expect([0, 1, 2, 3, 4, 5, 2, 6].map(tied)).toEqual([true, true, true, true, false, false, true, false]);
});

function rank([reported, ...values]: Scores): number {
  return values.reduce((sum, value) => 10 * sum + value, Number(reported));
}

/** As `compareWithinFinding` has it. */
function order(a: Scores, placeA: OriginalKey, b: Scores, placeB: OriginalKey): number {
  const whole = (scores: Scores, { kind, original }: OriginalKey): FindingOrderKey => ({
    ...key(scores),
    kind,
    original: { ...original, pointer: '' },
    pair: '',
  });
  return compareWithinFinding(whole(a, placeA), whole(b, placeB));
}
