import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import commonText, { commonOf, countPrompts } from '../../bench/quality/commonText.mjs';
import { random } from '../../bench/data/random.mjs';
import {
  areaUnderCurve,
  areaWithInterval,
  shareAbove,
  thresholdFor,
  type Measured,
} from '../../bench/quality/rates.mjs';
import { loadProduct } from '../../bench/quality/product.mjs';
import type { KindRates } from '../../bench/quality/kinds.mjs';
import type { Result } from '../../bench/quality/results.mjs';
import { Substitutes } from '../../bench/quality/substitutes.mjs';
import { bundled } from '../bundled.js';

const CASE = 'samples/case';
/** Chinese, code and maths: originals and two sources of independent answers to their prompts. */
const KINDS = 'test/bench/kinds';
const FOLDER = bundled('quality', { cli: 'src/cli/main.ts', thread: 'src/engine/thread.ts' });
const JSON_FILE = path.join(FOLDER, 'quality.json');

/** What the command prints. */
async function quality(...words: readonly string[]): Promise<string> {
  const all = ['bench/quality.mjs', ...words, '--cli', path.join(FOLDER, 'cli.js'), '--json', JSON_FILE];
  return (await promisify(execFile)(process.execPath, all)).stdout;
}

/** Where an answer of a test stands. */
const OURS = { source: 'ours', record: 0, pointer: '' };

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

  it('draws prompts for the interval of an area, not answers', async () => {
    const product = await loadProduct();
    expect(areaWithInterval(product, measured([3, 4]), measured([1, 2]), 's')).toEqual({
      value: 1,
      lower: 1,
      upper: 1,
    });
    const values = (count: number, seed: number) => {
      const next = random(seed);
      return Array.from({ length: count }, () => next() + seed / 20);
    };
    const [high, low] = [measured(values(60, 2)), measured(values(60, 1))];
    const single = areaWithInterval(product, high, low, 's');
    expect(single.value).toBeCloseTo(areaUnderCurve(high, low, 's'), 12);
    expect(single.lower).toBeLessThan(single.value);
    expect(single.upper).toBeGreaterThan(single.value);
    // Four copies of every answer are no more evidence than one.
    const four = (list: Measured[]) => [...list, ...list, ...list, ...list];
    const repeated = areaWithInterval(product, four(high), four(low), 's');
    expect(repeated.lower).toBeCloseTo(single.lower, 12);
    expect(repeated.upper).toBeCloseTo(single.upper, 12);
  });

  it('puts words that stand between the same neighbours elsewhere, in Chinese characters', () => {
    const texts = ['the grey cat slept here', 'the small cat ran', '我喝热茶', '我喝绿茶'];
    const substitutes = new Substitutes(texts);
    expect(substitutes.replace('The grey cat', 1, () => 0)).toBe('The small cat');
    expect(substitutes.replace('喝热茶', 1, () => 0)).toBe('喝绿茶');
    expect(substitutes.replace('The grey cat', 0, () => 0)).toBe('The grey cat');
    expect(substitutes.replace('nobody knows', 1, () => 0)).toBe('nobody knows');
  });

  it('puts all scores of the sample case side by side, with intervals', async () => {
    const originals = `${CASE}/originals/answers-2025-10.jsonl`;
    const controls = ['independent-a', 'independent-b'].map((name) => `${CASE}/controls/${name}.jsonl`);
    const out = await quality(
      '--originals',
      originals,
      '--controls',
      ...controls,
      '--copies',
      '12',
      '--dear',
    );
    const found = (score: string) =>
      Number(new RegExp(`^\\| ${score} \\| (\\d+)`, 'mu').exec(out)?.[1] ?? 'nothing');
    for (const score of ['jaccard', 'longestRun', 'dice', 'editSimilarity'])
      expect(found(score)).toBeGreaterThanOrEqual(0);
    expect(found('distinctiveTokens')).toBeGreaterThan(60);
    const { best, paired } = JSON.parse(readFileSync(JSON_FILE, 'utf8')) as Record<
      'best' | 'paired',
      Result[]
    >;
    for (const { area, rates, score } of [...best, ...paired]) {
      expect(area.lower, score).toBeLessThanOrEqual(area.value);
      expect(rates.map(({ rate }) => rate)).toEqual([0.01, 0.001, 0]);
      for (const { all } of rates) expect(all.upper).toBeGreaterThanOrEqual(all.value);
    }
  }, 60_000);

  it('sends each control through the product, lists what was reported, and gives rates by kind', async () => {
    const lines = (name: string) => readFileSync(`${KINDS}/${name}.jsonl`, 'utf8').trimEnd().split('\n');
    const response = (line: string) => (JSON.parse(line) as { response: string }).response;
    const copied = lines('independent-b');
    const [, stolen = ''] = lines('originals').map(response);
    // One source has the answer to another prompt of ours: only that one may be reported.
    copied[2] = JSON.stringify({ ...(JSON.parse(copied[2]!) as object), response: stolen });
    mkdirSync(FOLDER, { recursive: true });
    const other = path.join(FOLDER, 'other.jsonl');
    writeFileSync(other, `${copied.join('\n')}\n`);
    const files = [
      '--originals',
      `${KINDS}/originals.jsonl`,
      '--controls',
      `${KINDS}/independent-a.jsonl`,
      other,
    ];
    const out = await quality(...files, '--least', '60', '--product');

    expect(out).toMatch(
      /^\| reported \| script: Latin \| script: Han \| .*content: maths \| content: code \|$/mu,
    );
    const kinds = (JSON.parse(readFileSync(JSON_FILE, 'utf8')) as { kinds: KindRates[] }).kinds;
    for (const [kind, answers] of [
      ['script: Han', 5],
      ['content: code', 4],
      ['content: maths', 4],
    ] as const) {
      const { lists } = kinds.find((one) => one.kind === kind)!;
      expect(lists['identical'], kind).toMatchObject({ reported: answers, answers });
      expect(lists['independent answers'], kind).toMatchObject({
        reported: kind === 'script: Han' ? 1 : 0,
        answers: 2 * answers,
      });
    }
    expect(out).toMatch(/^\| all \| 26 \| 1 \| /mu);
    const listed = [...out.matchAll(/^\| other\.jsonl \| 3 \| identical \| [\d.]+ \| (.*) \|$/gmu)];
    expect(listed.map(([, words]) => words)).toEqual([expect.stringContaining(stolen.slice(0, 20))]);
    expect(out).not.toMatch(/^\| independent-a\.jsonl \| \d+ \| (?:identical|partial)/mu);
  }, 120_000);

  it('takes answers to other prompts as negatives where there are no controls', async () => {
    const out = await quality('--originals', `${KINDS}/originals.jsonl`, '--least', '60');
    expect(out).toMatch(/^\| independent answers \| 0 of 8 \|/mu);
    expect(out).not.toContain('the same prompt alone');
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
    ].map((answer) => ({ ...answer, ...OURS }));
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
    const answer = (prompt: string, text: string) => ({ prompt, text, ...OURS });
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
