/** The records of a dataset file in order, each in a few words: an outline. */
import { openDataset } from '../io/dataset/openDataset.js';
import type { ShapeOverride } from '../shared/dataset.js';
import type { OutlineRecord } from '../shared/engineCalls.js';
import { throwIfCancelled } from '../shared/failure.js';

const WORDS = 80;

/** Returns at most `most` records that have a response; throws Failure: 'input' if it cannot be read, 'cancelled'. */
export async function outline(
  file: string,
  shape: ShapeOverride | undefined,
  most: number,
  signal: AbortSignal,
): Promise<OutlineRecord[]> {
  const dataset = await openDataset(file, { signal, shape });
  const records: OutlineRecord[] = [];
  for await (const { responses } of dataset.batches()) {
    throwIfCancelled(signal);
    for (const { address, prompt, text } of responses) {
      const { record, line } = address;
      if (line === undefined || records.at(-1)?.record === record) continue;
      if (records.length === most) return records;
      records.push({ record, line, words: firstWords(prompt) || firstWords(text) });
    }
  }
  return records;
}

function firstWords(text: string): string {
  return text
    .slice(0, 4 * WORDS)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, WORDS);
}
