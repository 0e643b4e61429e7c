/** The state that VS Code kept for the panel, as far as the host needs it. */
import path from 'node:path';
import { isObject } from '../checks.js';

/** Returns the run's folder and id of a kept state, or undefined if it is none. */
export function keptRun(state: unknown): { run: string; dir: string } | undefined {
  if (!isObject(state)) return undefined;
  const { run, dir } = state;
  if (typeof run !== 'string' || !/^[0-9a-f]{8,64}$/.test(run)) return undefined;
  return typeof dir === 'string' && path.isAbsolute(dir) && path.basename(path.dirname(dir)) === 'runs'
    ? { run, dir }
    : undefined;
}
