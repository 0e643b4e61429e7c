/** A case made for a test: files in a folder of its own, and the comparison run on them. */
import { mkdtemp, mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { compare } from '../../src/engine/compare.js';
import type { Hooks } from '../../src/engine/pace.js';
import type { CompareRequest, CompareResult } from '../../src/shared/engineCalls.js';
import type { Match } from '../../src/shared/match.js';
import { DEFAULT_PARAMETERS } from '../../src/shared/run.js';

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

export const HOOKS = { signal: new AbortController().signal, progress: () => undefined };

/** A folder with these files; values that are not strings become JSONL. */
export async function folderWith(
  files: Record<string, string | Buffer | readonly object[]>,
): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'case-')));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    const isRecords = typeof content !== 'string' && !Buffer.isBuffer(content);
    await writeFile(
      file,
      isRecords ? content.map((record) => JSON.stringify(record) + '\n').join('') : content,
    );
  }
  return folder;
}

/** Compares `suspect` with `originals` in `folder`. */
export function compareIn(
  folder: string,
  suspects: readonly string[],
  originals: readonly string[],
  more: Partial<CompareRequest> = {},
  hooks: Hooks = HOOKS,
): Promise<CompareResult> {
  return compare(
    {
      kind: 'dataset',
      suspects: suspects.map((name) => path.join(folder, name)),
      originals: originals.map((name) => path.join(folder, name)),
      caseDir: path.join(folder, '.distillation-evidence'),
      parameters: DEFAULT_PARAMETERS,
      indexDir: path.join(folder, '.index'),
      ...more,
    },
    hooks,
  );
}

export async function linesOf<T>(file: string): Promise<T[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

export function matchesOf(result: CompareResult): Promise<Match[]> {
  return linesOf<Match>(path.join(result.dir, 'matches.jsonl'));
}

const TIDES =
  'A tide pool is a small world that the sea visits twice a day. Look for limpets under the ledges, anemones where the light falls, and hermit crabs that trade shells when nobody watches.';
const BREAD =
  'Sourdough rises slowly because wild yeast works at its own pace. Keep the bowl near the oven lamp, feed the starter twice before baking, and judge the dough by its height and never by the clock.';
const LEASE =
  'Before you sign a lease, read the clause about repairs aloud. If it says that the tenant replaces what breaks, ask for a list of what counts, with prices, and have both parties initial the page.';

export const TEXTS = { tides: TIDES, bread: BREAD, lease: LEASE };
