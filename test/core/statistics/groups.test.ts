import { expect, test } from 'vitest';
import { clopperPearson } from '../../../src/core/statistics/clopperPearson.js';
import { leaveOneGroupOut } from '../../../src/core/statistics/leaveOneOut.js';
import { ruleOfThree } from '../../../src/core/statistics/ruleOfThree.js';

/** Hanley & Lippman-Hand 1983: 0 of 14 patients is at most 21 %, by the rule of three about 3/14. */
test('the rule of three is close to the exact one-sided bound of 95 %', () => {
  for (const trials of [14, 30, 100, 4025]) {
    // The upper end at 90 % leaves 5 % above it.
    const exact = clopperPearson(0, trials, 0.9).upper;
    expect(ruleOfThree(trials)).toBeGreaterThan(exact);
    expect(ruleOfThree(trials) / exact).toBeLessThan(1.12);
  }
  expect(ruleOfThree(2)).toBe(1);
});

test('every group is left out once, in an order that does not hang on the items', () => {
  const items = ['b1', 'a1', 'b2', 'c1'];
  const left = leaveOneGroupOut(items, (item) => item[0]!);
  expect(left).toEqual([
    { group: 'a', inside: ['a1'], others: ['b1', 'b2', 'c1'] },
    { group: 'b', inside: ['b1', 'b2'], others: ['a1', 'c1'] },
    { group: 'c', inside: ['c1'], others: ['b1', 'a1', 'b2'] },
  ]);
  expect(leaveOneGroupOut([...items].reverse(), (item) => item[0]!).map(({ group }) => group)).toEqual([
    'a',
    'b',
    'c',
  ]);
});
