/** Templates and public texts that the user named, read into memory. */
import path from 'node:path';
import { KnownTexts } from '../../core/match/knownTexts.js';
import { listDatasetFiles } from '../../io/dataset/listDatasetFiles.js';
import { openDataset } from '../../io/dataset/openDataset.js';
import type { DatasetSummary, Skipped } from '../../shared/dataset.js';
import { Failure } from '../../shared/failure.js';
import { apartFrom, rolesOf, sized, type Inputs } from '../inputs.js';
import type { Comparing } from '../index/tasks.js';
import type { Pace } from '../pace.js';

export interface Templates {
  readonly known: KnownTexts;
  readonly summaries: readonly DatasetSummary[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
}

/**
 * Reads every response of the files, text files whole, in the order of their paths in the case. A file that is a suspect or an
 * original is left out with a note, since it would explain everything. Throws Failure('input') where a named file
 * cannot be read.
 */
export async function readTemplates(
  paths: readonly string[],
  others: Inputs,
  { parameters, pathsCase }: Comparing,
  pace: Pace,
): Promise<Templates> {
  const known = new KnownTexts(parameters);
  const listed = await listDatasetFiles(paths);
  const { kept, notes } = await apartFrom(await rolesOf(others), listed.files, 'templates', pathsCase);
  const files = await Promise.all(kept.map(sized));
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const summaries: DatasetSummary[] = [];
  const skipped = [...listed.skipped];
  let before = 0;
  for (const file of files) {
    const name = path.basename(file.path);
    try {
      const dataset = await openDataset(file.path, { signal: pace.hooks.signal });
      for await (const batch of dataset.batches()) {
        skipped.push(...batch.skipped);
        for (const { text } of batch.responses) {
          known.add({ reason: 'template', text, name });
          await pace.breathe();
        }
        const done = before + batch.bytesDone;
        pace.report({ phase: 'Reading templates', done, total, unit: 'bytes' });
      }
      summaries.push(dataset.summary());
    } catch (error) {
      if (file.named || !(error instanceof Failure) || error.code !== 'input') throw error;
      skipped.push({ path: file.path, reason: error.message });
    }
    before += file.bytes;
  }
  return { known, summaries, skipped, notes };
}
