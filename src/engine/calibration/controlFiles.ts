/** Which files are controls, and which family each belongs to. */
import { realpath } from 'node:fs/promises';
import { listDatasetFiles } from '../../io/dataset/listDatasetFiles.js';
import { toCasePath } from '../../io/case/paths.js';
import type { Family } from '../../shared/calibration.js';
import type { Skipped } from '../../shared/dataset.js';
import { Failure } from '../../shared/failure.js';
import { apartFrom, rolesOf, sized, type Inputs, type SizedFile } from '../inputs.js';

/** A source of independent answers. */
export interface ControlFile extends SizedFile {
  /** Its name, or its path in the case where it is a family of its own. */
  readonly family: string;
}

export interface ControlFiles {
  readonly files: readonly ControlFile[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
}

/**
 * Returns the files of `controls` and `families` in the order of their paths in the case; a file that is a suspect or an original is left
 * out with a note. Throws Failure: 'usage' for a file in two families, 'input' where a path cannot be read.
 */
export async function resolveControls(
  controls: readonly string[],
  families: readonly Family[],
  others: Inputs,
  caseDir: string,
): Promise<ControlFiles> {
  const listed = await listDatasetFiles([...controls, ...families.flatMap(({ files }) => files)]);
  const named = await familyNames(families);
  const { kept, notes } = await apartFrom(await rolesOf(others), listed.files, 'controls', caseDir);
  const files = await Promise.all(
    kept.map(async (file) => ({
      ...(await sized(file)),
      family: named.get(await realpath(file.path)) ?? toCasePath(caseDir, file.path),
    })),
  );
  return { files, skipped: listed.skipped, notes };
}

async function familyNames(families: readonly Family[]): Promise<Map<string, string>> {
  const named = new Map<string, string>();
  for (const { name, files } of families) {
    for (const { path: file } of (await listDatasetFiles(files)).files) {
      const real = await realpath(file);
      const known = named.get(real);
      if (known !== undefined && known !== name)
        throw new Failure(
          'usage',
          `${file} is in two families, ${known} and ${name}. Name it in one of them.`,
        );
      named.set(real, name);
    }
  }
  return named;
}
