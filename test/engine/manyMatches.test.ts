/** More matches in one part of the originals than a thread lets wait. */
import path from 'node:path';
import { expect, it } from 'vitest';
import type { CompareRequest } from '../../src/shared/engineCalls.js';
import { DEFAULT_PARAMETERS } from '../../src/shared/run.js';
import { random, Writer } from '../core/index/texts.js';
import { compareIn, folderWith, matchesOf } from './smallCase.js';

interface Answer {
  readonly instruction: string;
  readonly output: string;
}

/** Records of the suspects by those of the originals that they match, each pair as often as it was written. */
async function pairsOf(
  suspects: readonly Answer[],
  originals: readonly Answer[],
  kind: CompareRequest['kind'],
): Promise<string[]> {
  const folder = await folderWith({ 'a.jsonl': originals, 'suspect.jsonl': suspects });
  const parameters = { ...DEFAULT_PARAMETERS, originalsPerResponse: 100 };
  const result = await compareIn(folder, ['suspect.jsonl'], ['a.jsonl'], { kind, parameters });
  expect(result.manifest.counts.beyondCap).toBe(0);
  return (await matchesOf(result)).map(({ suspect, original }) => `${suspect.record} ${original.record}`);
}

function answers(count: number, outputOf: (at: number) => Answer): Answer[] {
  return Array.from({ length: count }, (_, at) => outputOf(at));
}

it('are all handed over once, where equal texts answer many prompts', async () => {
  const writer = new Writer(random(5));
  const texts = Array.from({ length: 4 }, () => writer.words(40));
  const all = (prompt: string) =>
    texts.flatMap((output) => answers(25, (at) => ({ instruction: `${prompt} ${at}`, output })));
  const pairs = await pairsOf(all('what'), all('how'), 'dataset');
  const expected = all('').flatMap((mine, suspect) =>
    all('').flatMap((theirs, original) => (mine.output === theirs.output ? [`${suspect} ${original}`] : [])),
  );
  expect(expected).toHaveLength(2500);
  expect(pairs.toSorted()).toEqual(expected.toSorted());
});

it('are all handed over once, where outputs answer one prompt', async () => {
  const writer = new Writer(random(6));
  const text = writer.words(60);
  const all = (word: string) =>
    answers(90, (at) => ({ instruction: `Question ${at % 2}`, output: `${text} ${word}${at}` }));
  const pairs = await pairsOf(all('mine'), all('theirs'), 'outputs');
  const expected = all('').flatMap((_, suspect) =>
    all('').flatMap((_, original) => (suspect % 2 === original % 2 ? [`${suspect} ${original}`] : [])),
  );
  expect(pairs.toSorted()).toEqual(expected.toSorted());
});

it('are counted where equal originals lie in many files, and the best of the last one are kept', async () => {
  const writer = new Writer(random(7));
  const output = writer.words(60);
  const all = (text: string, prompt: string) =>
    answers(30, (at) => ({ instruction: `${prompt} ${at}`, output: text }));
  const files = Array.from({ length: 6 }, (_, at) => [
    `originals/${at}.jsonl`,
    all(output.toUpperCase(), `in ${at}`),
  ]);
  const folder = await folderWith({
    ...(Object.fromEntries(files) as Record<string, Answer[]>),
    'originals/last.jsonl': all(output, 'here'),
    'suspect.jsonl': all(output, 'what').slice(0, 3),
  });
  const result = await compareIn(folder, ['suspect.jsonl'], ['originals']);
  expect(result.manifest.counts).toMatchObject({ identical: 3, beyondCap: 3 * (7 * 30 - 20) });
  const found = (await matchesOf(result)).map(({ originals, suspect, original }) => [
    ...[originals, suspect.record, path.basename(original.path)],
    original.record,
  ]);
  const expected = [0, 1, 2].flatMap((suspect) =>
    Array.from({ length: 20 }, (_, record) => [210, suspect, 'last.jsonl', record]),
  );
  expect(found).toEqual(expected);
});
