/** Outputs runs: which suspects and originals answer the same prompt. */
import { KeyedNumbers } from '../../core/index/keyedNumbers.js';
import { normalise } from '../../core/text/normalise.js';
import type { OriginalReader } from '../../io/index/originalReader.js';
import type { Part } from '../../io/index/part.js';
import type { Parameters } from '../../shared/run.js';
import { promptOf, type Block } from './suspects.js';

/** Of one original those that answer its prompt. */
export type Pairing = Iterable<{ readonly row: number; readonly suspects: readonly number[] }>;

/** Originals from row `from` on whose prompts are equal to suspects' after normalisation; their hashes only find them. */
export function* pairedByPrompt(
  part: Part,
  reader: OriginalReader,
  block: Block,
  parameters: Parameters,
  from: number,
): Pairing {
  const byKey = new KeyedNumbers(block.promptKeys);
  const normal = (prompt: string): string => normalise(prompt, parameters.normalise).text;
  for (let row = from; row < part.meta.rows; row++) {
    const likely = byKey.of(part.columns.promptKey[row]!);
    if (likely.length === 0) continue;
    const prompt = normal(reader.read(row).prompt);
    const suspects = likely.filter((suspect) => normal(promptOf(block, suspect)) === prompt);
    if (suspects.length > 0) yield { row, suspects };
  }
}
