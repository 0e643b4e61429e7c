import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fileDifferences } from '../../../src/engine/bundle/compareFiles.js';
import { Pace } from '../../../src/engine/pace.js';
import { folderWith, HOOKS } from '../smallCase.js';

const long = 'a line of more than a page\n'.repeat(50_000);

it('says the line from which files differ, or where one is missing', async () => {
  const folder = await folderWith({
    'then/same': long,
    'now/same': long,
    'then/other': `${long}b\n`,
    'now/other': `${long}c\n`,
    'then/longer': `${long}b\n`,
    'now/longer': long,
    'now/new': '',
    'then/gone': '',
  });
  const [then, now] = [path.join(folder, 'then'), path.join(folder, 'now')];
  const names = ['same', 'nowhere', 'other', 'longer', 'new', 'gone'];
  const differences = names.map((name) => fileDifferences(name, then, now, new Pace(HOOKS)));
  expect(await Promise.all(differences)).toEqual([
    [],
    [],
    ['other differs from line 50001 on'],
    ['longer differs from line 50001 on'],
    ['new is there only now'],
    ['gone is there only in the bundle'],
  ]);
});

it('agrees to nothing that it cannot read', async () => {
  const folder = await folderWith({});
  const [then, now] = [path.join(folder, 'then'), path.join(folder, 'now')];
  for (const side of [then, now]) await mkdir(path.join(side, 'part.json'), { recursive: true });
  await expect(fileDifferences('part.json', then, now, new Pace(HOOKS))).rejects.toThrow();
});
