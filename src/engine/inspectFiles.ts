/** `inspect`: every dataset file behind some paths, read to its end. */
import { inspectDataset, type Inspection } from '../io/dataset/inspectDataset.js';
import { listDatasetFiles } from '../io/dataset/listDatasetFiles.js';
import type { ShapeOverride } from '../shared/dataset.js';

/** Returns what each file holds; throws Failure('input') at the first that cannot be read at all. */
export async function inspectFiles(
  paths: readonly string[],
  shape: ShapeOverride | undefined,
  signal: AbortSignal,
): Promise<Inspection[]> {
  const { files } = await listDatasetFiles(paths);
  const inspections: Inspection[] = [];
  for (const file of files)
    inspections.push(await inspectDataset(file.path, { ...(shape && { shape }), signal }));
  return inspections;
}
