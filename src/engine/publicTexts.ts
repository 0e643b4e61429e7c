/** Public texts that the user named: where a finding's text also stands in one, it has an innocent route. */
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { listDatasetFiles } from '../io/dataset/listDatasetFiles.js';
import type { Skipped } from '../shared/dataset.js';
import { sized, type Inputs, type SizedFile } from './inputs.js';

export interface PublicFiles {
  readonly files: readonly SizedFile[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
}

/**
 * The dataset files of `paths`, without those that are the suspect: all of it would stand there. Originals may be
 * public as well. Throws Failure('input') where a named path is not there.
 */
export async function resolvePublic(paths: readonly string[], { suspects }: Inputs): Promise<PublicFiles> {
  if (paths.length === 0) return { files: [], skipped: [], notes: [] };
  const listed = await listDatasetFiles(paths);
  const own = new Set(await Promise.all(suspects.map(({ path: file }) => realpath(file))));
  const files: SizedFile[] = [];
  const notes: string[] = [];
  const seen = new Set<string>();
  for (const file of listed.files) {
    const real = await realpath(file.path);
    const name = path.basename(file.path);
    if (own.has(real)) notes.push(`${name} is the suspect itself and was left out of the public texts.`);
    else if (!seen.has(real)) files.push(await sized(file));
    seen.add(real);
  }
  return { files, skipped: listed.skipped, notes };
}
