import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareMatches } from '../../../src/core/match/order.js';
import { addShownScores } from '../../../src/core/match/shownScores.js';
import { explainWhy } from '../../../src/core/match/why.js';
import type { Match, MatchSide, Passage } from '../../../src/shared/match.js';

function side(path: string, record: number): MatchSide {
  return { path, record, pointer: '/output', sha256: 'same', part: 'answer', meta: {} };
}

function match(
  change: Partial<Match> & { evidence?: number; jaccard?: number; scored?: number[] } = {},
): Match {
  const passage = (score: number): Passage => ({
    suspect: [0, 1],
    original: [0, 1],
    tokens: score,
    explained: 0,
    gaps: 0,
    score,
    seeds: [],
  });
  const { evidence = 92, jaccard = 0.25, scored = [53, 59, 4], ...rest } = change;
  const share = { value: jaccard, shared: 1, total: 4 };
  return {
    pair: 'p',
    kind: 'partial',
    reported: true,
    originals: 1,
    suspect: side('s', 0),
    original: side('o', 0),
    scores: {
      jaccard: share,
      containmentSuspect: { ...share, value: 0.5 },
      containmentOriginal: share,
      longestRun: { value: 12 },
      distinctiveTokens: { value: evidence, raw: evidence },
    },
    passages: scored.map(passage),
    explained: [],
    flags: [],
    ...rest,
  };
}

/** A response of one record, of which several may have the same pointer. */
function within(record: number, range?: readonly [number, number]): MatchSide {
  return { ...side('s', record), ...(range && { range }) };
}

test('matches are ordered by what is reported, evidence, jaccard, then place, whatever their order before', () => {
  const ordered = [
    match({ evidence: 20 }),
    match({ evidence: 10, jaccard: 0.9 }),
    match({ evidence: 10, jaccard: 0.1 }),
    match({ evidence: 10, jaccard: 0.1, suspect: side('s', 1), original: side('B', 0) }),
    match({ evidence: 10, jaccard: 0.1, suspect: side('s', 1), original: side('a', 2) }),
    match({ evidence: 10, jaccard: 0.1, suspect: side('s', 1), original: side('a', 10) }),
    match({ evidence: 10, jaccard: 0.1, suspect: within(2), original: side('a', 0) }),
    match({ evidence: 10, jaccard: 0.1, suspect: within(2, [0, 9]), original: side('a', 0) }),
    match({ evidence: 10, jaccard: 0.1, suspect: within(2, [4, 6]), original: side('a', 0) }),
    match({ evidence: 10, jaccard: 0.1, suspect: within(2, [4, 8]), original: side('a', 0) }),
    match({ evidence: 99, reported: false }),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(ordered, { minLength: ordered.length }), (shuffled) => {
      expect(shuffled.toSorted(compareMatches)).toEqual(ordered);
    }),
  );
});

test('why: passages, their toll, and what was not counted', () => {
  const explained = [{ side: 'suspect', start: 0, end: 3, reason: 'prompt' }] as const;
  expect(explainWhy(match({ explained }))).toBe(
    'Passages 2 and 1 of 59 and 53 tokens, less 10 each: 92 tokens of evidence. Grey: explained by the prompt, not counted.',
  );
  expect(explainWhy(match({ evidence: 3, scored: [13, 2], reported: false }))).toBe(
    'Passage 1 of 13 tokens, less 10: 3 tokens of evidence. This is too little to report.',
  );
  expect(explainWhy(match({ evidence: 3, scored: [7, 13, 2] }))).toBe(
    'Passage 2 of 13 tokens, less 10: 3 tokens of evidence.',
  );
  expect(explainWhy(match({ scored: [53, 59] }))).toBe(
    '2 passages of 59 and 53 tokens, less 10 each: 92 tokens of evidence.',
  );
  expect(explainWhy(match({ evidence: 20, scored: [9, 14, 14, 14, 14, 14] }))).toMatch(
    /^5 of 6 passages of 14, 14, 14 and 2 smaller ones/,
  );
  const two = match();
  const held = (...numbers: readonly number[]) => ({
    ...two,
    passages: two.passages.map((passage, at) => ({ ...passage, held: numbers[at]! })),
  });
  expect(explainWhy(held(0, 0), 4025)).toMatch(
    / None of the passages is in any of 4,025 independent answers\.$/,
  );
  // The smaller passage comes first in this text.
  expect(explainWhy(held(3, 0), 4025)).toMatch(
    / The passages are in 0 and 3 of 4,025 independent answers\.$/,
  );
  const one = match({ evidence: 3, scored: [13], reported: true });
  const single = (number: number) => ({ ...one, passages: [{ ...one.passages[0]!, held: number }] });
  expect(explainWhy(single(0), 4025)).toMatch(/ The passage is in 0 of 4,025 independent answers\.$/);
  expect(explainWhy(single(1), 1)).toMatch(/ The passage is in 1 of 1 independent answer\.$/);
  expect(explainWhy(single(1))).not.toContain('independent');
  const beside = (prompt: 'equal' | 'near' | 'none', answers: number) =>
    explainWhy({ ...one, controls: { prompt, answers } });
  expect(beside('equal', 4)).toMatch(
    / What it shares with 4 independent answers to its prompt is not counted\.$/,
  );
  expect(beside('near', 1)).toMatch(
    / No independent answer has its prompt; what it shares with 1 independent answer to a nearly equal one is not counted\.$/,
  );
  expect(beside('none', 0)).toMatch(
    / No independent answer to its prompt stands beside it, so none could explain anything\.$/,
  );
  expect(explainWhy(match({ kind: 'identical', evidence: 0, scored: [], reported: false }))).toBe(
    'The responses are identical. Too little evidence: the longest shared run is 12 tokens, and no passage is long enough to count.',
  );
});

test('shown scores are added to the others', () => {
  const scores = addShownScores(match().scores, 'night', 'nacht');
  expect(scores.dice).toEqual({ value: 0.25 });
  expect(scores.editSimilarity).toEqual({ value: 0.6, shared: 6, total: 10 });
  expect(scores.longestRun).toEqual({ value: 12 });
});
