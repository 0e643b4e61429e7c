import type { Family } from '../../shared/calibration.js';
import type { RunInput } from '../../shared/run.js';
import { fromCasePath } from './paths.js';

/** The named families of a run's controls; a control in none has its own path for a family. */
export function familiesOf(inputs: readonly RunInput[], caseDir: string): Family[] {
  const named = inputs.filter(({ role, family, path: own }) => role === 'control' && family !== own);
  const names = [...new Set(named.flatMap(({ family }) => (family === undefined ? [] : [family])))];
  return names.map((name) => ({
    name,
    files: named.filter(({ family }) => family === name).map((input) => fromCasePath(caseDir, input.path)),
  }));
}
