import { expect, test } from 'vitest';
import { prepare } from '../../../src/core/match/prepare.js';
import { scorePair } from '../../../src/core/match/scorePair.js';
import { Vocabulary } from '../../../src/core/text/vocabulary.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

function made(...texts: readonly string[]) {
  const vocabulary = new Vocabulary();
  return texts.map((text) => prepare(text, '', DEFAULT_PARAMETERS, vocabulary));
}

test('operators of code and formulas weigh nothing, names and numbers do', () => {
  const [text] = made('Sum $x^2+1$ then:\n```py\n_total = __init__(a[0]) # 学\n_ = 1\n```\nDone, really!');
  const { tokens, weights } = text!;
  const words = Array.from(weights, (weight, at) => [
    text!.text.slice(tokens.starts[at], tokens.ends[at]),
    weight,
  ]);
  expect(
    words
      .filter(([, weight]) => weight === 0)
      .map(([word]) => word)
      .join(' '),
  ).toBe('^ + = ( [ ] ) # _ =');
  expect(words.filter(([, weight]) => weight !== 0)).toEqual([
    ...['Sum', 'x', '2', '1', 'then', 'py', '_total', '__init__', 'a', '0'].map((word) => [word, 2]),
    ['学', 1],
    ['1', 2],
    ['Done', 2],
    ['really', 2],
  ]);
});

test('a passage of code is as long as its words, and its score says so', () => {
  const code =
    '```\nlet total = (rows[0] + rows[1]) * factor;\nreturn { total, rows, factor, scale: 3 };\n```';
  const [suspect, original] = made(`Here you are.\n${code}`, `Try it.\n${code}`);
  const { scores, passages, reported } = scorePair(suspect!, original!, DEFAULT_PARAMETERS);
  // let total rows 0 rows 1 factor return total rows factor scale 3
  expect(passages).toHaveLength(1);
  expect(passages[0]).toMatchObject({ tokens: 13, explained: 0, gaps: 0, score: 13 });
  expect(scores.distinctiveTokens).toEqual({ value: 3, raw: 3 });
  expect(scores.longestRun.value).toBeGreaterThan(25);
  expect(reported).toBe(false);
});
