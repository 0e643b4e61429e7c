import path from 'node:path';
import { expect, it } from 'vitest';
import { makeBundle } from '../../../src/engine/bundle/makeBundle.js';
import { verifyBundle } from '../../../src/engine/bundle/verifyBundle.js';
import { compareIn, folderWith, HOOKS, TEXTS } from '../smallCase.js';
import { bundled, differing, forge } from './bundledCase.js';

const RUN = 'The run made again is the same run';

it.each([
  ['notes', (text: string) => text.replace('\n  "notes": [', '\n  "notes": [\n    "All is confirmed.",')],
  ['an input', (text: string) => text.replace(/"records": \d+/, '"records": 999999')],
  ['what was skipped', (text: string) => text.replace(/"skipped": 1,\n    "unr/, '"skipped": 77,\n    "unr')],
])('is not believed when %s in run.json was changed and hashed anew', async (_, change) => {
  const { dir } = await bundled();
  await forge(dir, 'run.json', change);
  expect(differing(await verifyBundle({ path: dir }, HOOKS))).toMatchObject([[RUN, expect.anything()]]);
});

it('is not believed when planted copies or its own words were changed and hashed anew', async () => {
  const { dir } = await bundled({ planted: 5 });
  expect(differing(await verifyBundle({ path: dir }, HOOKS))).toEqual([]);
  await forge(dir, 'planted.json', (text) => text.replace(/"found": \d+/, '"found": 300'));
  await forge(dir, 'README.txt', (text) => `Confirmed by the laboratory.\n${text}`);
  await forge(dir, 'bundle.json', (text) => text.replace('"version": "', '"version": "1'));
  expect(differing(await verifyBundle({ path: dir }, HOOKS))).toEqual([
    ['The same planted copies are found', 'planted.json differs from line 12 on'],
    [
      'The bundle says of itself what it has to say of this run',
      'bundle.json differs from line 4 on',
      'README.txt differs from line 1 on',
    ],
  ]);
});

it('says so where notes and skipped files are of what is not in the bundle, and agrees', async () => {
  const folder = await folderWith({
    'suspect.jsonl': [{ instruction: 'tides?', output: 'Nothing that anybody ever said of the sea.' }],
    'ours/a.jsonl': [{ instruction: 'tides?', output: TEXTS.tides }],
    'ours/notes.pdf': 'no dataset',
  });
  const both = ['suspect.jsonl', 'ours/a.jsonl'].map((name) => path.join(folder, name));
  const { dir: runDir, manifest } = await compareIn(folder, ['suspect.jsonl'], ['ours'], { controls: both });
  expect(manifest.counts.skipped).toBe(1);
  const out = path.join(folder, 'bundle');
  await makeBundle({ runDir, out }, HOOKS);
  const checks = await verifyBundle({ path: out }, HOOKS);
  expect(differing(checks)).toEqual([]);
  expect(checks.map(({ what }) => what)).toEqual(
    expect.arrayContaining([
      `${RUN}, but for 2 notes on files that are not here`,
      'The same planted copies are found',
    ]),
  );
});
