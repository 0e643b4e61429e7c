import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { areaUnderCurve, shareAbove, thresholdFor, type Measured } from '../../bench/quality/rates.mjs';
import { loadProduct } from '../../bench/quality/product.mjs';

const CASE = 'samples/case';

function measured(values: readonly number[]): Measured[] {
  return values.map((value, at) => ({ prompt: String(at), scores: { s: value } }));
}

describe('the measurement of quality', () => {
  it('takes the threshold above which the wished share of negatives lies', async () => {
    const negatives = measured(Array.from({ length: 1000 }, (_, at) => at));
    expect(thresholdFor(negatives, 's', 0)).toBe(999);
    expect(thresholdFor(negatives, 's', 0.01)).toBe(989);
    const product = await loadProduct();
    expect(shareAbove(product, negatives, 's', 989)).toMatchObject({ found: 10, of: 1000 });
  });

  it('gives the area under the curve, ties by half', () => {
    expect(areaUnderCurve(measured([3, 4]), measured([1, 2]), 's')).toBe(1);
    expect(areaUnderCurve(measured([1]), measured([1]), 's')).toBe(0.5);
    expect(areaUnderCurve(measured([1, 3]), measured([2, 2]), 's')).toBe(0.5);
    expect(areaUnderCurve(measured([2, 3]), measured([1, 2, 2]), 's')).toBeCloseTo(5 / 6, 12);
  });

  it('puts all scores of the sample case side by side', async () => {
    const words = [
      'bench/quality.mjs',
      '--originals',
      `${CASE}/originals/answers-2025-10.jsonl`,
      '--copies',
      '12',
    ];
    for (const name of ['independent-a', 'independent-b'])
      words.push('--controls', `${CASE}/controls/${name}.jsonl`);
    const { stdout } = await promisify(execFile)(process.execPath, [...words, '--dear']);
    const found = (score: string) =>
      Number(new RegExp(`^\\| ${score} \\| (\\d+)`, 'mu').exec(stdout)?.[1] ?? 'nothing');
    for (const score of ['jaccard', 'longestRun', 'dice', 'editSimilarity'])
      expect(found(score)).toBeGreaterThanOrEqual(0);
    expect(found('distinctiveTokens')).toBeGreaterThan(60);
  }, 60_000);
});
