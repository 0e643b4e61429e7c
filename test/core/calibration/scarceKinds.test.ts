import { expect, test } from 'vitest';
import { backgroundOf } from '../../../src/core/calibration/background.js';
import type { Judged } from '../../../src/core/calibration/judged.js';
import { FindingKinds, TOO_FEW } from '../../../src/core/calibration/scarceKinds.js';
import { strataOf } from '../../../src/core/calibration/strata.js';

const ENGLISH = 'A tide pool is a small world that the sea fills twice a day.';
const CHINESE = '潮水每天两次注满这个小小的世界，里面住着海星和螃蟹。';

function answers(text: string, count: number): Judged[] {
  return Array.from({ length: count }, (_, at) => ({
    path: 'a.jsonl',
    source: 'a.jsonl',
    family: 'a.jsonl',
    prompt: at,
    score: 0,
    bits: 0,
    kind: undefined,
    strata: strataOf(text),
  }));
}

test('names the scripts and kinds of findings of which there are too few answers, most findings first', () => {
  const findings = new FindingKinds();
  for (const text of [ENGLISH, CHINESE, CHINESE, '```\nlet a = 1;\n```']) findings.enter(strataOf(text));
  const background = backgroundOf([...answers(ENGLISH, TOO_FEW), ...answers(CHINESE, 5)], 13, 1)!;
  expect(findings.scarce(background)).toEqual([
    { by: 'script', name: 'Han', findings: 2, answers: 5, prompts: 5 },
    { by: 'content', name: 'code', findings: 1, answers: 0, prompts: 0 },
  ]);
  const few = backgroundOf(answers(ENGLISH, TOO_FEW - 1), 13, 1)!;
  expect(findings.scarce(few).map(({ name }) => name)).toContain('Latin');
  const alike = answers(ENGLISH, 2 * TOO_FEW).map((answer) => ({ ...answer, prompt: answer.prompt >> 2 }));
  expect(findings.scarce(backgroundOf(alike, 13, 1)!).map(({ name }) => name)).toContain('Latin');
  expect(new FindingKinds().scarce(few)).toEqual([]);
});
