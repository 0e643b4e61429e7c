/** run.json is the same bytes for the same inputs, however they are named and wherever they lie. */
import { cp, readFile, symlink } from 'node:fs/promises';
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

/** run.json of the comparison in `folder`, with every list of files as `order` leaves it. */
async function manifestOf(folder: string, order: (names: string[]) => string[]): Promise<string> {
  const at = (...names: string[]) => order(names).map((name) => path.join(folder, name));
  const originals = order(['vault/ours.jsonl', 'case/more.jsonl', 'case/a link.jsonl']);
  const suspects = order(['case/suspect.jsonl', 'case/another name.jsonl']);
  const { dir } = await compareIn(folder, suspects, originals, {
    caseDir: path.join(folder, 'case', '.distillation-evidence'),
    controls: at('case/kept.jsonl', 'case/copy.jsonl', 'case/ours again.jsonl', 'case/suspect.jsonl'),
    templates: at('case/licence.txt', 'case/more.jsonl'),
    publicTexts: at('case/licence.txt', 'case/suspect.jsonl'),
  });
  return readFile(path.join(dir, 'run.json'), 'utf8');
}

it('makes the same run.json for every order, for two names of one file, and in another place', async () => {
  const folder = await folderWith(FILES);
  await symlink('more.jsonl', path.join(folder, 'case', 'a link.jsonl'));
  await symlink('suspect.jsonl', path.join(folder, 'case', 'another name.jsonl'));
  const there = await manifestOf(folder, (names) => names);
  expect(there).toContain('ours again.jsonl holds the same answers as ../vault/ours.jsonl and was left out');
  expect(there).toContain('"path": "another name.jsonl"');
  expect(await manifestOf(folder, (names) => names.reverse())).toBe(there);
  const elsewhere = await folderWith({});
  await cp(folder, elsewhere, { recursive: true, verbatimSymlinks: true });
  expect(await manifestOf(elsewhere, (names) => names)).toBe(there);
});
