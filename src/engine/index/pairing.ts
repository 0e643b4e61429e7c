/** Outputs runs: which suspects and originals answer the same prompt. */
import type { KeyedNumbers } from '../../core/index/keyedNumbers.js';
import { Normaliser } from '../../core/text/normalise.js';
import type { OriginalReader } from '../../io/index/originalReader.js';
import type { Part } from '../../io/index/part.js';
import type { Parameters } from '../../shared/run.js';
import { promptOf, type Block } from './suspects.js';

export type Pairing = Iterable<{ readonly suspect: number; readonly row: number }>;

/**
 * Pairs whose prompts are equal after normalisation, of rows from `from` on; their hashes, by which `byPrompt` has the
 * suspects, only find them.
 */
export function* pairedByPrompt(
  part: Part,
  reader: OriginalReader,
  block: Block,
  byPrompt: KeyedNumbers,
  { normalise: steps }: Parameters,
  from: number,
): Pairing {
  const normaliser = new Normaliser(steps);
  for (let row = from; row < part.meta.rows; row++) {
    const suspects = byPrompt.of(part.columns.promptKey[row]!);
    if (suspects.length === 0) continue;
    const prompt = normaliser.textOf(reader.read(row).prompt);
    for (const suspect of suspects)
      if (normaliser.textOf(promptOf(block, suspect)) === prompt) yield { suspect, row };
  }
}
