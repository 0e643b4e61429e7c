/** The layout of a case folder, and how paths are written in it. */
import path from 'node:path';

export const CASE_FOLDER = '.distillation-evidence';

/** The folder that holds the runs of the case `caseDir`. */
export function runsDir(caseDir: string): string {
  return path.join(caseDir, 'runs');
}

/** The folder that holds the reviewers' verdict files of the case `caseDir`. */
export function verdictsDir(caseDir: string): string {
  return path.join(caseDir, 'verdicts');
}

/** The folder that holds what reviewers excluded in the case `caseDir`. */
export function exclusionsDir(caseDir: string): string {
  return path.join(caseDir, 'exclusions');
}

/** `absolute` as it is written in the files of the case: relative to the case folder's parent, with `/`. */
export function toCasePath(caseDir: string, absolute: string): string {
  return path.relative(path.dirname(caseDir), absolute).split(path.sep).join('/');
}

/** The files in the order of their paths as the case writes them, which is the same wherever the case lies. */
export function inCaseOrder<F extends { readonly path: string }>(caseDir: string, files: readonly F[]): F[] {
  const placed = files.map((file) => ({ file, place: toCasePath(caseDir, file.path) }));
  return placed.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ file }) => file);
}

/** {@link toCasePath} for millions of matches in few files. */
export class CasePaths {
  readonly #known = new Map<string, string>();

  constructor(readonly caseDir: string) {}

  of(absolute: string): string {
    let written = this.#known.get(absolute);
    if (written === undefined) this.#known.set(absolute, (written = toCasePath(this.caseDir, absolute)));
    return written;
  }
}

/** The way back: the absolute path of a path that a file of the case names. */
export function fromCasePath(caseDir: string, written: string): string {
  return path.resolve(path.dirname(caseDir), written);
}

/** The case folder of the run in `runDir`. */
export function caseOfRun(runDir: string): string {
  return path.dirname(path.dirname(runDir));
}
