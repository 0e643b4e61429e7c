/** The runs of a case folder. */
import { access, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ListedRun } from '../../shared/caseRuns.js';
import { Failure } from '../../shared/failure.js';
import type { RunTiming } from '../../shared/run.js';
import { comparedFiles } from './comparedFiles.js';
import { runsDir } from './paths.js';
import { readManifest } from './runFolder.js';

/** Returns all runs of the case `caseDir`, the latest first, damaged ones last; none if there is no such folder. */
export async function listRuns(caseDir: string): Promise<ListedRun[]> {
  const entries = await readdir(runsDir(caseDir), { withFileTypes: true }).catch(() => []);
  // A run that is being written has a name with a dot.
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const runs = await Promise.all(names.map(({ name }) => listed(caseDir, path.join(runsDir(caseDir), name))));
  return runs.sort((a, b) => order(b) - order(a) || (a.dir < b.dir ? -1 : 1));
}

async function listed(caseDir: string, dir: string): Promise<ListedRun> {
  try {
    const { run, kind, inputs, counts, parameters } = await readManifest(dir);
    await access(path.join(dir, 'matches.jsonl')).catch(() => {
      throw new Failure('case', `matches.jsonl is missing in ${dir}. Run the comparison again.`);
    });
    const timing = await readTiming(dir);
    return {
      dir,
      run,
      kind,
      ...(timing && {
        started: timing.started,
        seconds: timing.seconds.index + timing.seconds.compare,
      }),
      ...comparedFiles(inputs, caseDir),
      counts,
      parameters,
    };
  } catch (error) {
    return { dir, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** When the run was; it is as good without. */
async function readTiming(dir: string): Promise<RunTiming | undefined> {
  try {
    const timing = JSON.parse(await readFile(path.join(dir, 'timing.json'), 'utf8')) as RunTiming;
    const { started, seconds } = timing;
    const isWhole =
      Number.isFinite(Date.parse(started)) &&
      Number.isFinite(seconds.index) &&
      Number.isFinite(seconds.compare);
    return isWhole ? timing : undefined;
  } catch {
    return undefined;
  }
}

function order(run: ListedRun): number {
  return 'reason' in run ? -1 : Date.parse(run.started ?? '1970-01-01');
}
