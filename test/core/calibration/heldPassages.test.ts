import { expect, test } from 'vitest';
import { HeldPassages } from '../../../src/core/calibration/heldPassages.js';
import { prepare } from '../../../src/core/match/prepare.js';
import { scorePair } from '../../../src/core/match/scorePair.js';
import { Vocabulary } from '../../../src/core/text/vocabulary.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

const SAID =
  'wild yeast works at its own pace and shares the dough with the bacteria that make the acids you taste';

function passageOf(suspect: string, original: string) {
  const vocabulary = new Vocabulary();
  const [a, b] = [suspect, original].map((text) => prepare(text, '', DEFAULT_PARAMETERS, vocabulary));
  const { passages } = scorePair(a!, b!, DEFAULT_PARAMETERS);
  expect(passages).toHaveLength(1);
  return passages[0]!;
}

test('an answer holds a passage if it has half of its runs, whatever stands around them', () => {
  const suspect = `As I like to say, ${SAID}. That is all.`;
  const passage = passageOf(suspect, `Listen: ${SAID}!`);
  const half = SAID.split(' ').slice(0, 12).join(' ');
  const third = SAID.split(' ').slice(0, 7).join(' ');
  const answers = [
    `Indeed **${SAID}**.`,
    `${half}, they say`,
    third,
    'As I like to say, that is all.',
    SAID,
    '',
  ];
  expect(new HeldPassages(answers, DEFAULT_PARAMETERS).count(suspect, passage)).toBe(3);
  expect(new HeldPassages(answers.slice(2, 4), DEFAULT_PARAMETERS).count(suspect, passage)).toBe(0);
  expect(new HeldPassages([], DEFAULT_PARAMETERS).count(suspect, passage)).toBe(0);
});

test('code is read as code, wherever the passage begins', () => {
  const code = 'let total = (rows[0] + rows[1]) * factor;\nreturn { total, rows, factor, scale: 3 };';
  const suspect = `Here:\n\`\`\`js\n${code}\n\`\`\``;
  const passage = passageOf(suspect, `Try:\n\`\`\`ts\n${code}\n\`\`\``);
  const held = (answer: string) => new HeldPassages([answer], DEFAULT_PARAMETERS).count(suspect, passage);
  expect(held(`\`\`\`\n${code}\n\`\`\``)).toBe(1);
  expect(held(code.replaceAll(/[^a-z0-9]+/g, ' '))).toBe(0);
});
