import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import commonText, { commonOf, countPrompts } from '../../bench/quality/commonText.mjs';
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

  it('finds the text that originals of several prompts share, whatever else one prompt repeats', async () => {
    const product = await loadProduct();
    const preparer = new product.Preparer(product.DEFAULT_PARAMETERS, new product.Vocabulary());
    const shared = 'please ask a doctor before you change anything';
    const repeated = 'boil the water first and let it cool';
    const originals = [
      { prompt: 'tea', text: `One. ${shared}! ${repeated}.` },
      { prompt: 'tea', text: `Two. ${repeated}.` },
      { prompt: 'salt', text: `Three: ${shared}, and rest.` },
    ].map((answer) => ({ ...answer, source: 'ours' }));
    const prepared = originals.map(({ text, prompt }) => preparer.prepare(text, prompt));

    for (const tokens of [5, 8]) {
      const counts = countPrompts(prepared, tokens);
      expect(prepared.map((one) => commonOf(one, counts, tokens, 2).map(({ text }) => text))).toEqual([
        [shared],
        [],
        [shared],
      ]);
      expect(commonOf(prepared[0]!, counts, tokens, 3)).toEqual([]);
      const reversed = countPrompts([...prepared].reverse(), tokens);
      expect(new Map([...counts].sort())).toEqual(new Map([...reversed].sort()));
    }
  });

  it('takes common text out of the evidence beside what already explains it', async () => {
    const product = await loadProduct();
    const preparer = new product.Preparer(product.DEFAULT_PARAMETERS, new product.Vocabulary());
    const shared = 'seven tall ships left the northern harbour at dawn without a single lamp burning on deck';
    const own = 'because the old pilot had read the weather in the colour of the gulls above us that week';
    const answer = (prompt: string, text: string) => ({ prompt, text, source: 'ours' });
    const scores = commonText(product, undefined, [
      answer('ships', `${shared} ${own}`),
      answer('lamps', `${shared}, they say`),
    ]);
    const [suspect, original] = ['ships', 'another'].map((prompt) =>
      preparer.prepare(`${shared} ${own}`, prompt),
    );
    const pair = { suspect: suspect!, original: original! };
    const score = (name: string, text?: string) =>
      scores[name]?.({ ...pair, explainers: text === undefined ? [] : [{ reason: 'control', text }] });
    const whole = shared.split(' ').length + own.split(' ').length - 10;
    expect(score('without 5 tokens of 3 prompts')).toBe(whole);
    expect(score('without 5 tokens of 2 prompts')).toBe(whole - shared.split(' ').length);
    expect(score('without 5 tokens of 2 prompts', own)).toBe(0);
  });
});
