/** How common seeds are among the originals of a run. */
import {
  isSampled,
  makeFrequencies,
  markCommon,
  type Frequencies,
  type SeedCounter,
} from '../../core/index/frequencies.js';
import type { Breathe } from '../../io/index/buildParts.js';
import type { PartBuffer } from '../../io/index/partBuffer.js';
import { readPart } from '../../io/index/partFile.js';
import { Failure } from '../../shared/failure.js';
import type { Parameters, RunKind } from '../../shared/run.js';
import type { Corpus } from './corpus.js';
import type { PartRef } from './partMatcher.js';
import type { Pool } from './pool.js';

/** Indexed originals of which it is known how common their seeds are. */
export interface CountedCorpus extends Corpus {
  readonly frequencies: Frequencies;
  /** Of public texts: they are looked through as well, and nothing of them is a match. */
  readonly publicParts?: readonly PartRef[];
}

/** Counts a sample of the originals; nothing for an outputs run, which pairs by prompt. */
export async function countSeeds(
  corpus: Corpus,
  kind: RunKind,
  pool: Pool,
  parameters: Parameters,
): Promise<CountedCorpus> {
  const frequencies = makeFrequencies(corpus.texts);
  if (kind === 'dataset') {
    await Promise.all(corpus.parts.map(({ file }) => pool.run('count', { file, frequencies, parameters })));
    await pool.onAll('counted', { frequencies });
    markCommon(frequencies, parameters);
  }
  return { ...corpus, frequencies };
}

/** Counts the seeds of the texts of the part in `file` that are in the sample. Throws Failure if it is gone. */
export async function countPart(
  file: string,
  frequencies: Frequencies,
  counter: SeedCounter,
  breathe: Breathe,
  buffer: PartBuffer,
): Promise<void> {
  const part = readPart(file, buffer);
  if (!part) throw changedIndex(file);
  const { start, prints, textKey } = part.columns;
  for (let text = 0; text < part.meta.texts; text++) {
    if (text % 1024 === 0) await breathe(0);
    if (isSampled(frequencies, textKey[text]!)) counter.add(prints, start[text]!, start[text + 1]!);
  }
}

/** A part that was there a moment ago is not, or is damaged. */
export function changedIndex(file: string): Failure {
  return new Failure('index', `The index changed while it was used (${file}). Run the comparison again.`);
}
