/** A bundle for tests, and what can be done to it. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeBundle } from '../../../src/engine/bundle/makeBundle.js';
import { exclude } from '../../../src/engine/explained/exclusions.js';
import { sha256 } from '../../../src/engine/identity.js';
import { readSums, writeSums } from '../../../src/io/bundle/sums.js';
import type { BundleCheck } from '../../../src/shared/bundle.js';
import type { CompareRequest } from '../../../src/shared/engineCalls.js';
import { compareIn, folderWith, HOOKS, TEXTS } from '../smallCase.js';

const NOTICE = 'This answer was written for general information only and replaces no visit to anybody.';

const FILES = {
  'work/suspect [1].jsonl': [
    { instruction: 'tides?', output: TEXTS.tides },
    { instruction: 'note?', output: NOTICE },
  ],
  'work/broken.jsonl': '{"instruction":"a","output":"b"}\nno record\n',
  'lab/originals.jsonl': [{ instruction: 'pools?', output: `${TEXTS.tides} ${NOTICE}` }],
  'lab/controls/a.jsonl': [{ instruction: 'tides?', output: 'The moon does it.' }],
  'lab/controls/b.jsonl': [{ instruction: 'tides?', output: 'Nobody knows for sure.' }],
  'lab/public.txt': TEXTS.tides,
};

/** A bundle of a case whose originals lie outside its folder. */
export async function bundled(
  more: Partial<CompareRequest> = {},
): Promise<{ folder: string; dir: string; runDir: string }> {
  const folder = await folderWith(FILES);
  const caseDir = path.join(folder, 'work', '.distillation-evidence');
  await exclude({ caseDir, text: NOTICE, because: 'a notice', reviewer: 'Anna' });
  const at = (name: string) => path.join(folder, ...name.split('/'));
  const suspects = ['work/suspect [1].jsonl', 'work/broken.jsonl'];
  const result = await compareIn(folder, suspects, ['lab/originals.jsonl'], {
    caseDir,
    families: [{ name: 'kin', files: [at('lab/controls/a.jsonl'), at('lab/controls/b.jsonl')] }],
    publicTexts: [at('lab/public.txt')],
    ...more,
  });
  const dir = path.join(folder, 'bundle');
  await makeBundle({ runDir: result.dir, out: dir }, HOOKS);
  return { folder, dir, runDir: result.dir };
}

/** The names of the checks that do not agree, each with how. */
export const differing = (checks: readonly BundleCheck[]) =>
  checks.filter(({ agrees }) => !agrees).map(({ what, differences }) => [what, ...differences]);

/** The files in `dir` and below. */
export async function everything(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name))).sort();
}

/** Changes the bundle's file `name`, and its hash in SHA256SUMS with it. */
export async function forge(dir: string, name: string, change: (text: string) => string): Promise<void> {
  const file = (await everything(dir)).find((one) => path.basename(one) === name)!;
  const text = await readFile(path.join(dir, file), 'utf8');
  const forged = change(text);
  if (forged === text) throw new Error(`Nothing was changed in ${name}.`);
  await writeFile(path.join(dir, file), forged);
  const sums = path.join(dir, 'SHA256SUMS');
  const { sums: before } = readSums(await readFile(sums, 'utf8'));
  const place = file.split(path.sep).join('/');
  const after = before.map((sum) => (sum.path === place ? { ...sum, sha256: sha256(forged) } : sum));
  await writeFile(sums, writeSums(after));
}
