/** Makes a run again from its own files and parameters, and compares what comes out with what is there. */
import path from 'node:path';
import { linesOf } from '../../io/bundle/pages.js';
import { comparedFiles } from '../../io/case/comparedFiles.js';
import type { BundleCheck } from '../../shared/bundle.js';
import type { Skipped } from '../../shared/dataset.js';
import type { RunManifest } from '../../shared/run.js';
import { compareExactly } from '../compare.js';
import { VERSION } from '../identity.js';
import { Pace, type Hooks } from '../pace.js';
import { check } from './check.js';
import { fileDifferences } from './compareFiles.js';

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
  const pace = new Pace(hooks);
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
  const same = (name: string) => fileDifferences(name, runDir, again.dir, pace);
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

/** The first of the files in the bundle: what a folder held beside them and could not be read is not there. */
async function skippedDifferences({ inputs }: RunManifest, before: string, after: string): Promise<string[]> {
  const known = new Set(inputs.map((input) => input.path));
  const [then, now] = [skippedOf(known, before), skippedOf(known, after)];
  try {
    for (;;) {
      const [{ value: was }, { value: is }] = [await then.next(), await now.next()];
      if (was === is && was === undefined) return [];
      if (was !== is) return [`${was ?? 'nothing'} then, ${is ?? 'nothing'} now`];
    }
  } finally {
    await Promise.all([then.return(undefined), now.return(undefined)]);
  }
}

async function* skippedOf(known: ReadonlySet<string>, dir: string): AsyncGenerator<string, undefined> {
  for await (const bytes of linesOf(path.join(dir, 'skipped.jsonl'))) {
    const line = bytes.toString();
    if (isOf(known, line)) yield line;
  }
}

/** Also of a line that nobody wrote as such, so that it is seen. */
function isOf(known: ReadonlySet<string>, line: string): boolean {
  try {
    return known.has((JSON.parse(line) as Skipped).path);
  } catch {
    return true;
  }
}
