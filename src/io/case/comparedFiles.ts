import type { Family } from '../../shared/calibration.js';
import type { ComparedFiles } from '../../shared/caseRuns.js';
import type { InputRole, RunInput } from '../../shared/run.js';
import { fromCasePath } from './paths.js';

/** The files of a run by what they were compared as; absolute, as its case in `caseDir` names them. */
export function comparedFiles(inputs: readonly RunInput[], caseDir: string): ComparedFiles {
  const paths = (role: InputRole) =>
    inputs.filter((input) => input.role === role).map((input) => fromCasePath(caseDir, input.path));
  return {
    suspects: paths('suspect'),
    originals: paths('original'),
    controls: paths('control'),
    families: familiesOf(inputs, caseDir),
    templates: paths('template'),
    publicTexts: paths('public'),
  };
}

/** The named families of a run's controls; a control in none has its own path for a family. */
function familiesOf(inputs: readonly RunInput[], caseDir: string): Family[] {
  const named = inputs.filter(({ role, family, path: own }) => role === 'control' && family !== own);
  const names = [...new Set(named.flatMap(({ family }) => (family === undefined ? [] : [family])))];
  return names.map((name) => ({
    name,
    files: named.filter(({ family }) => family === name).map((input) => fromCasePath(caseDir, input.path)),
  }));
}
