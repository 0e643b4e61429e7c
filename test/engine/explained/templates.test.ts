import path from 'node:path';
import { expect, it } from 'vitest';
import { readManifest } from '../../../src/io/case/runFolder.js';
import { compareIn, folderWith, matchesOf, TEXTS } from '../smallCase.js';
import { NOTICE, NOTICE_FILES, scoresOf } from './noticeCase.js';

const FILES = {
  ...NOTICE_FILES,
  'public/notice.txt': NOTICE.replace('in every country', 'in any land'),
  'public/more.jsonl': [{ instruction: 'x', output: TEXTS.bread }],
};

it('explains an edited template of suspects and controls, with its file, and writes its hash into the run', async () => {
  const folder = await folderWith(FILES);
  const at = (name: string) => path.join(folder, name);
  const controls = [at('control.jsonl')];
  const without = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], { controls });
  const templates = [at('public')];
  const result = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], { controls, templates });
  expect(without.manifest.counts).toMatchObject({ 'near-duplicate': 1, identical: 1 });
  expect(result.manifest.counts).toMatchObject({ 'too-little-evidence': 1, identical: 1 });
  expect(result.manifest.run).not.toBe(without.manifest.run);
  const { inputs } = await readManifest(result.dir);
  expect(inputs.filter(({ role }) => role === 'template')).toMatchObject([
    { path: 'public/more.jsonl', responses: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    { path: 'public/notice.txt', responses: 1 },
  ]);
  expect(await scoresOf(without)).toHaveLength(1);
  expect(await scoresOf(result)).toEqual([]);
});

it('keeps the reason and the file at each span of a match that is reported all the same', async () => {
  const folder = await folderWith({
    ...FILES,
    'suspect.jsonl': [{ instruction: 'x', output: `${TEXTS.lease} ${NOTICE}` }],
    'originals.jsonl': [{ instruction: 'y', output: `${TEXTS.lease} Well. ${NOTICE}` }],
  });
  const templates = [path.join(folder, 'public')];
  const result = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], { templates });
  const [match] = await matchesOf(result);
  expect(match!.explained.map(({ side, reason, name }) => [side, reason, name])).toEqual([
    ['suspect', 'template', 'notice.txt'],
    ['original', 'template', 'notice.txt'],
  ]);
  const { value, raw } = match!.scores.distinctiveTokens;
  expect(raw - value).toBe(NOTICE.split(' ').length);
});

it('leaves a template out that is an original, and says so', async () => {
  const folder = await folderWith(FILES);
  const templates = [path.join(folder, 'originals.jsonl')];
  const { manifest } = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], { templates });
  expect(manifest.notes).toEqual(['originals.jsonl is an original and was left out of the templates.']);
  expect(manifest.counts).toMatchObject({ 'near-duplicate': 1, identical: 1 });
});

it('takes templates in any order for the same run', async () => {
  const folder = await folderWith(FILES);
  const names = ['public/notice.txt', 'public/more.jsonl'].map((name) => path.join(folder, name));
  const runs = [];
  for (const templates of [names, names.toReversed()])
    runs.push(await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], { templates }));
  expect(runs[0]!.manifest.run).toBe(runs[1]!.manifest.run);
});
