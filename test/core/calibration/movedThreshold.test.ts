import { describe, expect, test } from 'vitest';
import { reaching, thresholdSentence } from '../../../src/core/calibration/movedThreshold.js';

const scores = [
  { source: 'a', family: 'a', below: 395, scores: [30, 12, 10, 9, 1] },
  { source: 'b', family: 'b', below: 600, scores: [] },
];

describe('what reaches a threshold', () => {
  test('counts findings and independent answers from it on, and the worst source', () => {
    const at = reaching([50, 20, 10, 9], 805, { scores }, 10);
    expect(at).toEqual({ found: 3, responses: 805, reported: 3, answers: 1000, worst: 3 / 400 });
    expect(reaching([50, 20, 10, 9], 805, { scores }, 31)).toMatchObject({ found: 1, reported: 0, worst: 0 });
  });

  test('is said word for word at the run’s own threshold', () => {
    expect(thresholdSentence(reaching([50, 20, 10, 9], 805, { scores }, 10), 10, 10)).toBe(
      'From 10 distinctive tokens on: 3 of 805 responses reach it, and 3 of 1,000 independent answers ' +
        '(0.30\u00a0%, worst source 0.75\u00a0%); about 2 would be expected by that rate. ' +
        'This is the run’s own threshold, set before the comparison.',
    );
  });

  test('is said with the interval over prompts where the run knows them', () => {
    const prompts = [
      { prompts: 196, answers: 5, scores: [] },
      { prompts: 2, answers: 5, scores: [12] },
      { prompts: 1, answers: 5, scores: [10, 9, 1] },
      { prompts: 1, answers: 5, scores: [30] },
    ];
    const both = {
      scores: [{ ...scores[0]!, below: 394, scores: [30, 12, 12, 10, 9, 1] }, scores[1]!],
      prompts,
    };
    const at = reaching([50, 20, 10, 9], 805, both, 10);
    expect(at).toMatchObject({ reported: 4, answers: 1000 });
    expect(thresholdSentence(at, 10, 10)).toBe(
      'From 10 distinctive tokens on: 3 of 805 responses reach it, and 4 of 1,000 independent answers ' +
        '(0.40\u00a0%, at most 1.8\u00a0%, worst source 1.0\u00a0%); about 3 would be expected by that rate, at most 23. ' +
        'This is the run’s own threshold, set before the comparison.',
    );
    expect(thresholdSentence(reaching([50], 805, both, 31), 31, 31)).toContain(
      'none of 1,000 independent answers (a rate of at most 1.8\u00a0%); fewer than 1 would be expected by that rate, at most 23.',
    );
  });

  test('is said to be exploratory where it was moved', () => {
    expect(thresholdSentence(reaching([50, 20], 805, { scores }, 31), 31, 10)).toBe(
      'From 31 distinctive tokens on: 1 of 805 responses reaches it, and none of 1,000 independent answers ' +
        '(a rate of at most 0.30\u00a0%); fewer than 1 would be expected by that rate. ' +
        'A threshold moved by hand after the findings were seen is exploratory: the run reports from 10 on.',
    );
  });
});
