import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BestScores } from '../../../src/core/match/bestScores.js';
import type { ScoresKey } from '../../../src/core/match/order.js';

const few = fc.integer({ min: 0, max: 2 });
const scores = fc.tuple(fc.boolean(), few, few, few);

function key([reported, tokens, containment, jaccard]: [boolean, number, number, number]): ScoresKey {
  return {
    reported,
    scores: {
      distinctiveTokens: { value: tokens },
      containmentSuspect: { value: containment / 2 },
      jaccard: { value: jaccard / 2 },
    },
  };
}

it('turns away only what as many as are kept of the same suspect surpass', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(few, scores), { maxLength: 80 }),
      fc.integer({ min: 1, max: 5 }),
      (met, most) => {
        const best = new BestScores(most, 3);
        met.forEach(([suspect, one], at) => {
          const rank = (of: typeof one): number => Number(of[0]) * 1000 + of[1] * 100 + of[2] * 10 + of[3];
          const before = met.slice(0, at).filter(([other]) => other === suspect);
          const better = before.slice(most).filter(([, other]) => rank(other) > rank(one)).length;
          expect(best.add(suspect, key(one))).toBe(better < most);
        });
      },
    ),
  );
});
