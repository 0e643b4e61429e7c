/** Everything there is to say about one dataset file, from one reading of it. */
import type { DatasetSummary, Response, ShapeOverride, Skipped } from '../../shared/dataset.js';
import { FieldCounts, type Field } from './fieldCounts.js';
import { LengthHistogram, type Lengths } from './lengthHistogram.js';
import { openDataset } from './openDataset.js';

export interface Inspection extends DatasetSummary {
  readonly fields: readonly Field[];
  /** Of the responses. */
  readonly lengths: Lengths;
  readonly first: Pick<Response, 'prompt' | 'text'> | undefined;
  /** The first reasons for what was skipped, at most 20. */
  readonly firstSkipped: readonly Skipped[];
}

const SHOWN_SKIPPED = 20;

/** Reads the whole file in bounded memory. Throws what `openDataset` and its batches throw. */
export async function inspectDataset(
  path: string,
  options: { shape?: ShapeOverride | undefined; signal?: AbortSignal | undefined } = {},
): Promise<Inspection> {
  const fields = new FieldCounts();
  const lengths = new LengthHistogram();
  const firstSkipped: Skipped[] = [];
  let first: Inspection['first'];
  const dataset = await openDataset(path, { ...options, observe: (record) => fields.add(record) });
  for await (const { responses, skipped } of dataset.batches()) {
    for (const { prompt, text } of responses) {
      first ??= { prompt, text };
      lengths.add(text.length);
    }
    firstSkipped.push(...skipped.slice(0, SHOWN_SKIPPED - firstSkipped.length));
  }
  return { ...dataset.summary(), fields: fields.fields(), lengths: lengths.lengths(), first, firstSkipped };
}
