import { describe, expect, it } from 'vitest';
import { routeSentence } from '../../../src/core/review/routeSentence.js';
import { sameRoutes, standingRoutes } from '../../../src/core/review/standingRoutes.js';
import type { RouteMarks } from '../../../src/shared/route.js';
import type { Judgement } from '../../../src/shared/verdict.js';

function says(reviewer: string, routes?: RouteMarks): Judgement {
  return { verdict: 'cleared', note: '', ...(routes && { routes }), reviewer, time: '' };
}

describe('the innocent routes of a finding', () => {
  it('are those that the data shows where nobody says anything', () => {
    expect(standingRoutes(['truncated', 'suspect earlier'], [], 'Anna')).toEqual(['suspect earlier']);
    expect(standingRoutes(['third source'], [says('Anna')], 'Anna')).toEqual(['third source']);
    expect(standingRoutes(['truncated'], [], undefined)).toEqual([]);
  });

  it("are decided by the reviewer's own word, else set by anybody's", () => {
    const judgements = [
      says('Anna', { 'suspect earlier': false, 'third source': true }),
      says('Ben', { 'in public text': true, 'third source': false }),
    ];
    const flags = ['suspect earlier'];
    expect(standingRoutes(flags, judgements, 'Anna')).toEqual(['in public text', 'third source']);
    expect(standingRoutes(flags, judgements, 'Ben')).toEqual(['in public text', 'suspect earlier']);
    expect(standingRoutes(flags, judgements, undefined)).toEqual([
      ...['in public text', 'third source', 'suspect earlier'],
    ]);
  });

  it('are the same where set, cleared and unsaid are', () => {
    expect(sameRoutes(undefined, {})).toBe(true);
    expect(sameRoutes({ 'third source': true }, { 'third source': true })).toBe(true);
    expect(sameRoutes({ 'third source': false }, {})).toBe(false);
  });

  it('are told beside the headline', () => {
    expect(routeSentence(1250, 7)).toBe(
      'By your review, 1,243 of 1,250 findings have no innocent route; 7 have one.',
    );
    expect(routeSentence(2, 1)).toBe('By your review, 1 of 2 findings has no innocent route; 1 has one.');
  });
});
