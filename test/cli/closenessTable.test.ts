import { expect, test } from 'vitest';
import { closenessTable } from '../../src/cli/closenessTable.js';
import type { Closeness } from '../../src/shared/closeness.js';

test('the matrix names every source after its number, and leaves a dash where no prompt is common', () => {
  const mean = { prompts: 30, lower: 0, upper: 1 };
  const closeness: Closeness = {
    level: 0.95,
    shingle: 3,
    answered: 30,
    prompts: 30,
    sources: [
      { role: 'suspect', source: 'theirs.jsonl', path: 'theirs.jsonl', prompts: 30 },
      { role: 'original', source: 'ours.jsonl', path: 'ours.jsonl', prompts: 30 },
      { role: 'control', source: 'a.jsonl', path: 'a.jsonl', family: 'a', prompts: 30 },
    ],
    pairs: [
      { a: 0, b: 1, ...mean, value: 0.14372 },
      { a: 1, b: 2, ...mean, value: 0.0581 },
    ],
    trials: [],
    ranks: [],
  };
  expect(closenessTable(closeness)).toEqual([
    'Shared runs of 3 words between answers to the same prompt, less those of the prompt, in % of both answers’ runs:',
    '            1       2       3',
    '   1            14.37       –  suspect: theirs.jsonl',
    '   2    14.37            5.81  originals: ours.jsonl',
    '   3        –    5.81          a.jsonl',
  ]);
});
