/** run.json is the same bytes for the same inputs, however they are named and wherever they lie. */
import { appendFile, cp, readFile, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { compareIn, folderWith, TEXTS } from './smallCase.js';

const { tides, bread, lease } = TEXTS;
const answers = (...texts: string[]) => texts.map((output) => ({ instruction: 'tell', output }));

const FILES = {
  'vault/ours.jsonl': answers(tides, lease),
  'case/more.jsonl': answers(bread),
  'case/suspect.jsonl': answers(tides, bread),
  'case/kept.jsonl': answers('Nobody knows for sure.'),
  'case/copy.jsonl': answers('Nobody knows for sure.'),
  'case/ours again.jsonl': answers(tides, lease),
  'case/licence.txt': 'Whoever keeps this notice may print the work as often as they like.',
};

/** What the comparison in `folder` says, with every list of files as `order` leaves it; `home` is the case's folder. */
async function resultsOf(
  folder: string,
  order: (names: string[]) => string[],
  home = 'case',
): Promise<string> {
  const at = (...names: string[]) => order(names).map((name) => path.join(folder, name));
  const originals = order(['vault/ours.jsonl', `${home}/more.jsonl`, `${home}/a link.jsonl`]);
  const suspects = order([`${home}/suspect.jsonl`, `${home}/another name.jsonl`]);
  const controls = ['kept.jsonl', 'copy.jsonl', 'ours again.jsonl', 'suspect.jsonl'];
  const { dir } = await compareIn(folder, suspects, originals, {
    caseDir: path.join(folder, home, '.distillation-evidence'),
    controls: at(...controls.map((name) => `${home}/${name}`)),
    templates: at(`${home}/licence.txt`, `${home}/more.jsonl`),
    publicTexts: at(`${home}/licence.txt`, `${home}/suspect.jsonl`),
  });
  const files = ['run.json', 'skipped.jsonl'].map((name) => readFile(path.join(dir, name), 'utf8'));
  return (await Promise.all(files)).join('');
}

it('says the same for every order, for two names of one file, and in another place', async () => {
  const folder = await folderWith(FILES);
  await symlink('more.jsonl', path.join(folder, 'case', 'a link.jsonl'));
  await symlink('suspect.jsonl', path.join(folder, 'case', 'another name.jsonl'));
  for (const name of ['vault/ours.jsonl', 'case/ours again.jsonl', 'case/more.jsonl'])
    await appendFile(path.join(folder, name), 'no record\n');
  const there = await resultsOf(folder, (names) => names);
  expect(there).toContain('ours again.jsonl holds the same answers as ../vault/ours.jsonl and was left out');
  expect(there).toContain('"path": "another name.jsonl"');
  expect(await resultsOf(folder, (names) => names.reverse())).toBe(there);
  const elsewhere = await folderWith({});
  await cp(folder, elsewhere, { recursive: true, verbatimSymlinks: true });
  // Which of the two folders comes first by its whole path says nothing.
  await rename(path.join(elsewhere, 'case'), path.join(elsewhere, 'work'));
  expect(await resultsOf(elsewhere, (names) => names, 'work')).toBe(there);
});
