import { writing } from '../writeFailure.js';

/** Resolves with what `work` does; that the case folder cannot be written becomes a Failure('case'). */
export function writingCase<T>(caseDir: string, work: () => T | Promise<T>): Promise<T> {
  const remedy = 'Free some space there, or choose another with --out or open a folder that can be written.';
  return writing(`The case folder ${caseDir}`, remedy, work);
}
