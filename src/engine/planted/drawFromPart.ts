/** Draws texts of a part by the hash of the text, so that neither files nor threads change which. */
import { runEndIn } from '../../core/index/runs.js';
import { seededRandom } from '../../core/statistics/seededRandom.js';
import { readColumns } from '../../io/index/openPart.js';
import { OriginalReader, ROW_COLUMNS } from '../../io/index/originalReader.js';
import type { Readers } from '../../io/index/readers.js';
import type { Response } from '../../shared/dataset.js';
import { changedIndex } from '../index/countSeeds.js';
import type { PartRef } from '../index/partMatcher.js';
import { Lowest } from './lowest.js';

/** A text of a part: those with the smallest `order` are drawn. */
export interface Drawn {
  readonly part: number;
  readonly text: number;
  readonly key: number;
  readonly order: number;
}

/** A drawn text with the address and the prompt of its first response. */
export type DrawnText = Pick<Response, 'address' | 'prompt' | 'text'>;

/** What one part gives. */
export interface PartDraw {
  readonly texts: number;
  /** Texts with less evidence than was asked for. */
  readonly tooShort: number;
  readonly drawn: readonly Drawn[];
}

export interface DrawTask {
  readonly file: string;
  /** Its number. */
  readonly part: number;
  readonly most: number;
  /** In tokens, weighed as evidence. */
  readonly least: number;
  readonly seed: number;
}

const NOT_WEIGHED = { columns: { prints: new Uint16Array(0) } };

/** Draws up to `most` texts of the part, in their order. Throws Failure('index') if it is gone. */
export function drawFromPart({ file, part, most, least, seed }: DrawTask): PartDraw {
  const read = readColumns(file, ['start', 'textKey']);
  // Most of a part is prints, and they are asked only for what a text weighs.
  const weighed = least > 0 ? readColumns(file, ['prints']) : NOT_WEIGHED;
  if (!read || !weighed) throw changedIndex(file);
  const { start, textKey } = read.columns;
  const { prints } = weighed.columns;
  const { texts } = read.meta;
  const lowest = new Lowest(most);
  let tooShort = 0;
  for (let text = 0; text < texts; text++) {
    if (runEndIn(prints, start[text]!, start[text + 1]!, 2 * least) === undefined) {
      tooShort++;
      continue;
    }
    const key = textKey[text]!;
    const order = seededRandom((key % 2 ** 32) ^ seed)();
    lowest.add({ part, text, key, order });
  }
  return { texts, tooShort, drawn: lowest.take() };
}

/** Each of these texts. Throws Failure if the index or the file changed. */
export async function readTexts(
  { file, place, shape }: PartRef,
  texts: readonly number[],
  readers: Readers,
): Promise<DrawnText[]> {
  const { reader } = await readers.of(place.path, shape);
  const part = readColumns(file, ROW_COLUMNS);
  if (!part) throw changedIndex(file);
  const originals = new OriginalReader(part, place, reader);
  try {
    return texts.map((number) => {
      const { address, prompt, text } = originals.read(part.columns.text.indexOf(number));
      return { address, prompt, text };
    });
  } finally {
    originals.close();
  }
}
