import path from 'node:path';
import { listRuns } from '../io/case/listRuns.js';
import { runsDir } from '../io/case/paths.js';
import { Failure } from '../shared/failure.js';

/** Returns the folder of the run `run` of a case, of the latest if none is named; throws Failure('case') where it is not there or cannot be read. */
export async function namedRun(caseDir: string, run: string | undefined): Promise<string> {
  const runs = await listRuns(caseDir);
  const named =
    run === undefined ? runs[0] : runs.find(({ dir }) => dir === path.join(runsDir(caseDir), run));
  if (!named)
    throw new Failure('case', `There is no run ${run === undefined ? '' : `${run} `}in ${caseDir}.`);
  if ('reason' in named) throw new Failure('case', named.reason);
  return named.dir;
}
