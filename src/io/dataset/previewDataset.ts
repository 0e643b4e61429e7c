/** A quick look at the first records of a file of any size. */
import type { ShapeOverride } from '../../shared/dataset.js';
import type { Preview } from '../../shared/engineCalls.js';
import { MIB } from './limits.js';
import { openDataset } from './openDataset.js';

const ENOUGH_RECORDS = 2000;
const ENOUGH_BYTES = 4 * MIB;

/**
 * Shape, first response and an estimate of how many there are, from the first records' share of the bytes on
 * disk; exact if the file ended within them. Throws what `openDataset` throws.
 */
export async function previewDataset(path: string, shape?: ShapeOverride): Promise<Preview> {
  const dataset = await openDataset(path, { shape });
  let first: Preview['first'];
  let responses = 0;
  let records = 0;
  let bytesDone = 0;
  let exact = true;
  for await (const batch of dataset.batches()) {
    responses += batch.responses.length;
    records += batch.responses.length + batch.skipped.length;
    bytesDone = batch.bytesDone;
    const response = batch.responses[0];
    if (response) first ??= { prompt: response.prompt, text: response.text };
    if (first && (records >= ENOUGH_RECORDS || bytesDone >= ENOUGH_BYTES)) {
      exact = false;
      break;
    }
  }
  const { path: absolute, format, compression, bytes, shape: found } = dataset;
  const notes = exact ? dataset.summary().notes : [];
  const estimate = exact
    ? responses
    : Math.max(responses, Math.round((responses * bytes) / Math.max(1, bytesDone)));
  const summary = { path: absolute, format, compression, bytes, shape: found, notes };
  return { summary, responses: estimate, exact, first };
}
