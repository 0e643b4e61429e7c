/** Which files go into a run: paths become dataset files, and a suspect among its originals is left out. */
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { inCaseOrder } from '../io/case/paths.js';
import { listDatasetFiles, type DatasetFile } from '../io/dataset/listDatasetFiles.js';
import type { Skipped } from '../shared/dataset.js';
import { Failure } from '../shared/failure.js';

/** A dataset file and how large it is, for progress. */
export interface SizedFile extends DatasetFile {
  readonly bytes: number;
}

export interface Inputs {
  readonly suspects: readonly SizedFile[];
  readonly originals: readonly SizedFile[];
  readonly skipped: readonly Skipped[];
  /** What the reader of the run must know. */
  readonly notes: readonly string[];
}

/**
 * Returns the files of both sides, each side in the order of the paths of the case in `caseDir`; throws
 * Failure('input') when one side has none.
 */
export async function resolveInputs(
  suspects: readonly string[],
  originals: readonly string[],
  caseDir: string,
): Promise<Inputs> {
  const suspectFiles = await listDatasetFiles(suspects);
  const originalFiles = await listDatasetFiles(originals);
  const suspectsThemselves = await rolesOf({ suspects: suspectFiles.files, originals: [] });
  const { kept: oneNameEach } = await apartFrom(new Map(), suspectFiles.files, 'suspects', caseDir);
  const { kept, notes } = await apartFrom(suspectsThemselves, originalFiles.files, 'originals', caseDir);
  if (kept.length === 0) {
    throw new Failure(
      'input',
      notes.length > 0
        ? `The originals hold only the suspect itself. Choose the files that hold your own responses.`
        : `There are no originals to compare with. Choose the files that hold your own responses.`,
    );
  }
  return {
    suspects: await Promise.all(oneNameEach.map(sized)),
    originals: await Promise.all(kept.map(sized)),
    skipped: [...suspectFiles.skipped, ...originalFiles.skipped],
    notes,
  };
}

/** What files are in a comparison, by their real paths, in the words of a note. */
export type Roles = ReadonlyMap<string, string>;

/**
 * The files in the case's order, each once under the first of its names, without those that have one of the roles
 * already: of these the notes say that they were left out of `what`.
 */
export async function apartFrom<F extends DatasetFile>(
  roles: Roles,
  files: readonly F[],
  what: string,
  caseDir: string,
): Promise<{ readonly kept: readonly F[]; readonly notes: readonly string[] }> {
  const kept = new Map<string, F>();
  const notes: string[] = [];
  for (const file of inCaseOrder(caseDir, files)) {
    const real = await realpath(file.path);
    const role = roles.get(real);
    if (role !== undefined)
      notes.push(`${path.basename(file.path)} is ${role} and was left out of the ${what}.`);
    else if (!kept.has(real)) kept.set(real, file);
  }
  return { kept: [...kept.values()], notes };
}

/** What the files of both sides are. */
export async function rolesOf({
  suspects,
  originals,
}: Readonly<Record<'suspects' | 'originals', readonly DatasetFile[]>>): Promise<Roles> {
  const roles = new Map<string, string>();
  for (const { path: file } of originals) roles.set(await realpath(file), 'an original');
  for (const { path: file } of suspects) roles.set(await realpath(file), 'the suspect itself');
  return roles;
}

/** The file with its size. */
export async function sized(file: DatasetFile): Promise<SizedFile> {
  return { ...file, bytes: (await stat(file.path)).size };
}

/** Notes for originals and public texts that are another name for the suspect: same bytes, other file. */
export function sameBytes(inputs: readonly { role: string; path: string; sha256: string }[]): string[] {
  const suspects = new Map(inputs.filter((i) => i.role === 'suspect').map((i) => [i.sha256, i.path]));
  return inputs
    .filter(({ role, sha256 }) => (role === 'original' || role === 'public') && suspects.has(sha256))
    .map(
      (input) =>
        `${path.basename(input.path)} has the same bytes as the suspect: every record of it matches itself.`,
    );
}
