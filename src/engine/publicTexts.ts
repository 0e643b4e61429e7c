/** Public texts that the user named: where a finding's text also stands in one, it has an innocent route. */
import { listDatasetFiles } from '../io/dataset/listDatasetFiles.js';
import type { Skipped } from '../shared/dataset.js';
import { apartFrom, rolesOf, sized, type Inputs, type SizedFile } from './inputs.js';

export interface PublicFiles {
  readonly files: readonly SizedFile[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
}

/**
 * The dataset files of `paths`, without those that are the suspect: all of it would stand there. Originals may be
 * public as well. Throws Failure('input') where a named path is not there.
 */
export async function resolvePublic(
  paths: readonly string[],
  { suspects }: Inputs,
  caseDir: string,
): Promise<PublicFiles> {
  const listed = await listDatasetFiles(paths);
  const roles = await rolesOf({ suspects, originals: [] });
  const { kept, notes } = await apartFrom(roles, listed.files, 'public texts', caseDir);
  return { files: await Promise.all(kept.map(sized)), skipped: listed.skipped, notes };
}
