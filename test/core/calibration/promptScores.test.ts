import { describe, expect, it } from 'vitest';
import type { Judged } from '../../../src/core/calibration/judged.js';
import { promptScores, rateAt } from '../../../src/core/calibration/promptScores.js';
import { rateOf } from '../../../src/core/calibration/rates.js';
import { hashText } from '../../../src/core/score/hashing.js';
import { seededRandom } from '../../../src/core/statistics/seededRandom.js';

const judged = (prompt: string, score: number): Judged => ({
  path: 'a.jsonl',
  source: 'a.jsonl',
  family: 'a',
  prompt: hashText(prompt),
  score,
  bits: 0,
  kind: undefined,
  strata: { length: '', script: '', content: '' },
});

describe('scores by prompt', () => {
  it('are put together where prompts are alike', () => {
    const answers = [judged('p', 12), judged('q', 0), judged('p', 0), judged('r', 0.5), judged('q', 12)];
    expect(promptScores(answers, 1)).toEqual([
      { prompts: 1, answers: 1, scores: [] },
      { prompts: 2, answers: 2, scores: [12] },
    ]);
    expect(promptScores(answers, 1, 2)).toBeUndefined();
    expect(promptScores([...answers].reverse(), 1)).toEqual(promptScores(answers, 1));
  });

  it('give the rate and the interval of the answers at any threshold', () => {
    const next = seededRandom(3);
    const answers = Array.from({ length: 400 }, (_, at) =>
      judged(`prompt ${at % 90}`, next() < 0.8 ? 0 : Math.floor(60 * next())),
    );
    const prompts = promptScores(answers, 1)!;
    for (const threshold of [1, 10, 33, 59, 60, 1000])
      expect(rateAt(prompts, threshold), String(threshold)).toEqual(rateOf(answers, threshold));
    const single = answers.slice(0, 90);
    expect(rateAt(promptScores(single, 1)!, 10)).toEqual(rateOf(single, 10));
    expect(rateAt(promptScores(single, 1)!, 10).interval).toBe('exact');
  });
});
