/** How common seeds are among the originals of a run. */
import {
  addCounts,
  isSampled,
  makeFrequencies,
  markCommon,
  type Frequencies,
  type SeedCounter,
} from '../../core/index/frequencies.js';
import type { Breathe } from '../../io/index/buildParts.js';
import { OpenPart } from '../../io/index/openPart.js';
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
  const frequencies = makeFrequencies(corpus.texts, pool.kernel.memory);
  if (kind === 'dataset') {
    await Promise.all(corpus.parts.map(({ file }) => pool.run('count', { file, frequencies, parameters })));
    for (const counted of await pool.onAll('counted', {})) if (counted) addCounts(frequencies, counted);
    markCommon(frequencies, parameters);
  }
  return { ...corpus, frequencies };
}

/** Counts the seeds of the texts of the part in `file` that are in the sample, and reads no others. Throws Failure if it is gone. */
export async function countPart(
  file: string,
  frequencies: Frequencies,
  counter: SeedCounter,
  breathe: Breathe,
): Promise<void> {
  const part = OpenPart.of(file);
  if (!part) throw changedIndex(file);
  try {
    const keys = part.read('textKey');
    const starts = part.read('start');
    if (!keys || !starts) throw changedIndex(file);
    for (let text = 0; text < part.meta.texts; text++) {
      if (text % 1024 === 0) await breathe(0);
      if (!isSampled(frequencies, keys[text]!)) continue;
      const prints = part.read('prints', starts[text], starts[text + 1]);
      if (!prints) throw changedIndex(file);
      counter.add(prints);
    }
  } finally {
    part.close();
  }
}

/** A part that was there a moment ago is not, or is damaged. */
export function changedIndex(file: string): Failure {
  return new Failure('index', `The index changed while it was used (${file}). Run the comparison again.`);
}
