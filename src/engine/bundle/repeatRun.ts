/** Makes a run again from its own files and parameters, and compares what comes out with what is there. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { count } from '../../core/wording/numbers.js';
import { comparedFiles } from '../../io/case/comparedFiles.js';
import { caseOfRun } from '../../io/case/paths.js';
import { readPlanted } from '../../io/case/plantedFile.js';
import type { BundleCheck } from '../../shared/bundle.js';
import type { RunManifest } from '../../shared/run.js';
import { compareExactly } from '../compare.js';
import { VERSION } from '../identity.js';
import { Pace, type Hooks } from '../pace.js';
import { check } from './check.js';
import { fileDifferences } from './compareFiles.js';
import { skippedDifferences } from './skippedDifferences.js';

/**
 * Compares once more into the case folder `scratch`, which lies anywhere else, within so many megabytes, and plants as
 * many copies; returns what the run's manifest has to be with what was checked. Throws what a comparison throws.
 */
export async function repeatRun(
  manifest: RunManifest,
  runDir: string,
  { scratch, memory }: { readonly scratch: string; readonly memory: number | undefined },
  hooks: Hooks,
): Promise<{ readonly manifest: RunManifest; readonly checks: readonly BundleCheck[] }> {
  const pace = new Pace(hooks);
  const { inputs, kind, parameters } = manifest;
  const planted = await readPlanted(runDir);
  const again = await compareExactly(
    {
      kind,
      ...comparedFiles(inputs, caseOfRun(runDir)),
      caseDir: scratch,
      pathsCase: caseOfRun(runDir),
      parameters,
      indexDir: path.join(scratch, 'index'),
      // None where all are too short: so that it is found again that they are.
      planted: planted ? Math.max(1, planted.originals) : 0,
      ...(memory !== undefined && { memory }),
    },
    hooks,
  );
  const same = (name: string) => fileDifferences(name, runDir, again.dir, pace);
  const skipped = await skippedDifferences(manifest, runDir, again.dir);
  const leftOut = manifest.notes.filter(isOfLeftOut);
  const { counts, notes } = again.manifest;
  const expected: RunManifest = {
    ...again.manifest,
    counts: { ...counts, skipped: counts.skipped + skipped.elsewhere },
    notes: [...notes.filter((note) => !isOfLeftOut(note)), ...leftOut].sort(),
  };
  const trusted =
    leftOut.length > 0 ? `, but for ${count(leftOut.length, 'note')} on files that are not here` : '';
  await writeFile(path.join(again.dir, 'run.json'), JSON.stringify(expected, null, 2) + '\n');
  const essentials = runDifferences(manifest, expected);
  const run = essentials.length > 0 ? essentials : await same('run.json');
  const closeness = await same('closeness.json');
  const checks = [
    check(`The run made again is the same run${trusted}`, run),
    check('Every match, score and passage is the same', await same('matches.jsonl')),
    check('The same records were skipped', skipped.differences),
    check('The rates of chance are the same', await same('calibration.json')),
    ...(planted ? [check('The same planted copies are found', await same('planted.json'))] : []),
    ...(kind === 'outputs' || closeness.length > 0
      ? [check('The sources stand beside each other as before', closeness)]
      : []),
  ];
  return { manifest: expected, checks };
}

/** What was left out of a comparison is not in its bundle, so that nobody meets it again. */
function isOfLeftOut(note: string): boolean {
  return LEFT_OUT.test(note);
}

const LEFT_OUT = / was left out of the (?:originals|controls|templates|public texts)\.$/;

function runDifferences(then: RunManifest, now: RunManifest): string[] {
  const differences: string[] = [];
  if (then.version !== VERSION) differences.push(`made by version ${then.version}, checked by ${VERSION}`);
  if (then.unicode !== now.unicode)
    differences.push(`Unicode ${then.unicode} then, ${now.unicode} now: use a Node with that version`);
  if (then.run !== now.run) differences.push(`its id is ${now.run}, and was ${then.run}`);
  if (JSON.stringify(then.counts) !== JSON.stringify(now.counts))
    differences.push(`its counts are ${JSON.stringify(now.counts)}, and were ${JSON.stringify(then.counts)}`);
  return differences;
}
