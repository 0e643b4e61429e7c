import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HeldPassages, seek } from '../../../src/core/calibration/heldPassages.js';
import { PassageRuns } from '../../../src/core/calibration/passageRuns.js';
import { Fingerprinter } from '../../../src/core/index/fingerprint.js';
import { Kernel } from '../../../src/core/kernel/kernel.js';
import { LinearMemory } from '../../../src/core/kernel/linearMemory.js';
import { seedHalves } from '../../../src/core/index/runs.js';
import { TextRuns } from '../../../src/core/index/textRuns.js';
import { prepare } from '../../../src/core/match/prepare.js';
import { scorePair } from '../../../src/core/match/scorePair.js';
import { Vocabulary } from '../../../src/core/text/vocabulary.js';
import type { Span } from '../../../src/shared/dataset.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

const SAID =
  'wild yeast works at its own pace and shares the dough with the bacteria that make the acids you taste';

/** How many answers hold each of the spans of the suspect, counted in two goes. */
function holding(answers: readonly string[], suspect: string, ...spans: readonly Span[]): number[] {
  const kernel = new Kernel();
  const sought = seek(
    new PassageRuns(DEFAULT_PARAMETERS).of(
      suspect,
      spans.map((span) => [span]),
    ),
    kernel,
  );
  const fingerprinter = new Fingerprinter(DEFAULT_PARAMETERS.normalise);
  const [one, other] = [1, 2].map(
    () => new HeldPassages(new Kernel(new LinearMemory(kernel.memory.memory)), sought, DEFAULT_PARAMETERS),
  );
  for (const [at, answer] of answers.entries()) {
    const { prints } = fingerprinter.of(answer);
    (at % 3 === 0 ? one! : other!).read({ prints, starts: Uint32Array.of(0, prints.length) });
  }
  return [...sought.held];
}

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
  expect(holding(answers, suspect, passage.suspect)).toEqual([3]);
  expect(holding(answers.slice(2, 4), suspect, passage.suspect)).toEqual([0]);
  expect(holding([], suspect, passage.suspect)).toEqual([0]);
});

test('what an edit put between the seeds is asked of no answer', () => {
  const suspect = SAID.split(' ')
    .map((word, at) => (at % 4 === 3 ? `edited${at}` : word))
    .join(' ');
  const seeds = SAID.split(' ').flatMap((_, at, words): Span[] => {
    if (at % 4 !== 0 || at + 3 > words.length) return [];
    const start = suspect.split(' ').slice(0, at).join(' ').length + (at > 0 ? 1 : 0);
    return [[start, start + words.slice(at, at + 3).join(' ').length]];
  });
  const [runs] = new PassageRuns(DEFAULT_PARAMETERS).of(suspect, [seeds]);
  expect(runs).toHaveLength(seeds.length);
  const [whole] = new PassageRuns(DEFAULT_PARAMETERS).of(SAID, [[[0, SAID.length]]]);
  expect([...whole!]).toEqual(expect.arrayContaining([...runs!]));
});

test('code is read as code, wherever the passage begins', () => {
  const code = 'let total = (rows[0] + rows[1]) * factor;\nreturn { total, rows, factor, scale: 3 };';
  const suspect = `Here:\n\`\`\`js\n${code}\n\`\`\``;
  const passage = passageOf(suspect, `Try:\n\`\`\`ts\n${code}\n\`\`\``);
  const held = (answer: string) => holding([answer], suspect, passage.suspect)[0];
  expect(held(`\`\`\`\n${code}\n\`\`\``)).toBe(1);
  expect(held(code.replaceAll(/[^a-z0-9]+/g, ' '))).toBe(0);
});

test('many passages are counted at once as each is by itself, and an answer that repeats a run has it once', () => {
  const suspect = Array.from({ length: 40 }, (_, at) => `word${at % 33}`);
  /** Answers of pieces of the suspect, some of them twice. */
  const answer = fc
    .array(fc.tuple(fc.nat(36), fc.integer({ min: 3, max: 9 })), { maxLength: 5 })
    .map((pieces) => pieces.flatMap(([from, length]) => suspect.slice(from, from + length)));
  const cut = fc.tuple(fc.nat(30), fc.integer({ min: 3, max: 10 }));
  const runs = (said: readonly string[]) =>
    new Set(said.slice(2).map((_, at) => said.slice(at, at + 3).join(' ')));
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 12 }), fc.array(cut, { maxLength: 6 }), (answers, cuts) => {
      const spans = cuts.map(([from, length]): Span => {
        const start = suspect.slice(0, from).join(' ').length + (from > 0 ? 1 : 0);
        return [start, start + suspect.slice(from, from + length).join(' ').length];
      });
      const expected = cuts.map(([from, length]) => {
        const mine = [...runs(suspect.slice(from, from + length))];
        return answers.filter((said) => {
          const theirs = runs(said);
          return mine.filter((run) => theirs.has(run)).length >= mine.length / 2;
        }).length;
      });
      const texts = answers.map((said) => said.join(' '));
      expect(holding(texts, suspect.join(' '), ...spans)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('a run is no other, though the table of many runs tells only their upper bits', () => {
  const { prints } = new Fingerprinter(DEFAULT_PARAMETERS.normalise).of('wild yeast works');
  const runs = new TextRuns(seedHalves(DEFAULT_PARAMETERS));
  runs.read(prints, 0, prints.length);
  const run = runs.hashes[0]!;
  const many = Uint32Array.from({ length: 300_000 }, (_, at) => Math.imul(at + 1, 0x9e3779b1));
  const kernel = new Kernel();
  const sought = seek([Uint32Array.of(run), Uint32Array.of(run ^ 1), many], kernel);
  new HeldPassages(kernel, sought, DEFAULT_PARAMETERS).read({
    prints,
    starts: Uint32Array.of(0, prints.length),
  });
  expect([...sought.held]).toEqual([1, 0, 0]);
});
