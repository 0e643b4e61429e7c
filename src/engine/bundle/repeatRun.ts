/** Makes a run again from its own files and parameters, and compares what comes out with what is there. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { comparedFiles } from '../../io/case/comparedFiles.js';
import type { BundleCheck } from '../../shared/bundle.js';
import type { Skipped } from '../../shared/dataset.js';
import type { RunManifest } from '../../shared/run.js';
import { compareExactly } from '../compare.js';
import { VERSION } from '../identity.js';
import type { Hooks } from '../pace.js';
import { check } from './check.js';

/**
 * Compares once more into the case folder `scratch`, which lies beside the run's, within so many megabytes. Throws what
 * a comparison throws.
 */
export async function repeatRun(
  manifest: RunManifest,
  runDir: string,
  { scratch, memory }: { readonly scratch: string; readonly memory: number | undefined },
  hooks: Hooks,
): Promise<BundleCheck[]> {
  const { inputs, kind, parameters } = manifest;
  const again = await compareExactly(
    {
      kind,
      ...comparedFiles(inputs, scratch),
      caseDir: scratch,
      parameters,
      indexDir: path.join(scratch, 'index'),
      planted: 0,
      ...(memory !== undefined && { memory }),
    },
    hooks,
  );
  const same = async (name: string): Promise<readonly string[]> => {
    const [then, now] = await Promise.all(
      [runDir, again.dir].map((dir) => readFile(path.join(dir, name)).catch(() => undefined)),
    );
    if (then === undefined || now === undefined)
      return then === now ? [] : [`${name} is there only ${then === undefined ? 'now' : 'in the bundle'}`];
    return then.equals(now) ? [] : [firstDifference(name, then, now)];
  };
  return [
    check('The run made again is the same run', runDifferences(manifest, again.manifest)),
    check('Every match, score and passage is the same', await same('matches.jsonl')),
    check('The same records were skipped', await skippedDifferences(manifest, runDir, again.dir)),
    check('The rates of chance are the same', await same('calibration.json')),
    ...(kind === 'outputs'
      ? [check('The sources stand beside each other as before', await same('closeness.json'))]
      : []),
  ];
}

function runDifferences(then: RunManifest, now: RunManifest): string[] {
  const differences: string[] = [];
  if (then.version !== VERSION) differences.push(`made by version ${then.version}, checked by ${VERSION}`);
  if (then.unicode !== now.unicode)
    differences.push(`Unicode ${then.unicode} then, ${now.unicode} now: use a Node with that version`);
  if (then.run !== now.run) differences.push(`its id is ${now.run}, and was ${then.run}`);
  const counts = (run: RunManifest) => ({ ...run.counts, skipped: 0 });
  if (JSON.stringify(counts(then)) !== JSON.stringify(counts(now)))
    differences.push(`its counts are ${JSON.stringify(now.counts)}, and were ${JSON.stringify(then.counts)}`);
  return differences;
}

/** Of the files in the bundle: what a folder held beside them and could not be read is not there. */
async function skippedDifferences({ inputs }: RunManifest, before: string, after: string): Promise<string[]> {
  const known = new Set(inputs.map((input) => input.path));
  const linesOf = async (dir: string): Promise<string[]> => {
    const lines = (await readFile(path.join(dir, 'skipped.jsonl'), 'utf8')).split('\n');
    return lines.filter((line) => line !== '' && known.has((JSON.parse(line) as Skipped).path)).sort();
  };
  const [then, now] = await Promise.all([linesOf(before), linesOf(after)]);
  const only = (some: readonly string[], others: readonly string[]) => {
    const there = new Set(others);
    return some.filter((line) => !there.has(line));
  };
  return [
    ...only(then, now).map((line) => `then only: ${line}`),
    ...only(now, then).map((line) => `now only: ${line}`),
  ];
}

function firstDifference(name: string, then: Buffer, now: Buffer): string {
  let line = 1;
  for (let at = 0; at < then.length && then[at] === now[at]; at++) if (then[at] === 10) line++;
  return `${name} differs from line ${line} on`;
}
