/** What the product says of planted copies: every such sentence is made here. */
import type { Planted, PlantedEdit, PlantedShare } from '../../shared/planted.js';
import { NOT_TESTED } from '../wording/limits.js';
import { count, whole } from '../wording/numbers.js';

const EDITS: Readonly<Record<PlantedEdit, string>> = {
  unchanged: 'Copied unchanged',
  'words 10 %': '10\u00a0% of the words replaced',
  'words 20 %': '20\u00a0% of the words replaced',
  'words 30 %': '30\u00a0% of the words replaced',
  truncated: 'Cut to the first half',
  reordered: 'Paragraphs or sentences in another order',
  merged: 'First halves of two originals together',
};

/** One line of the table: what was planted, how much of it was found, and the interval. */
export interface PlantedRow {
  readonly what: string;
  readonly found: string;
  readonly interval: string;
}

/** What would have been found, in words. */
export interface PlantedWords {
  readonly opening: string;
  readonly rows: readonly PlantedRow[];
  /** What the rows do not speak of. */
  readonly limits: string;
}

/** Says what became of the planted copies. */
export function plantedWords({
  originals,
  texts,
  tooShort,
  least,
  threshold,
  shares,
}: Planted): PlantedWords {
  const short =
    tooShort === 0
      ? ''
      : `${whole(tooShort)} of ${count(texts, 'original text')} ${tooShort === 1 ? 'has' : 'have'} less evidence than ` +
        `${count(least, 'token')}: no copy of ${tooShort === 1 ? 'it' : 'them'} could be reported. `;
  if (originals === 0)
    return {
      opening: 'No original is long enough for a copy to be reported.',
      rows: [],
      limits: short + NOT_TESTED,
    };
  return {
    opening:
      `${count(originals, 'original')}, drawn at random, ${originals === 1 ? 'was' : 'were'} copied, edited and ` +
      `compared like the suspect, with the same threshold of ${count(threshold, 'distinctive token')}. Found were:`,
    rows: shares.map(rowOf),
    limits: short + NOT_TESTED,
  };
}

function rowOf({ edit, found, copies, tooShort = 0, lower, upper }: PlantedShare): PlantedRow {
  const counted = copies === 0 ? [] : [`${whole(found)} of ${whole(copies)}`];
  const short = tooShort === 0 ? [] : [`${whole(tooShort)} too short`];
  return {
    what: EDITS[edit],
    found: [...counted, ...short].join(', '),
    interval: `${tenths(Math.floor(1000 * lower))}–${tenths(Math.ceil(1000 * upper))}\u00a0%`,
  };
}

/** Rounded outwards before, so that the interval is never narrower than it is. */
function tenths(thousandths: number): string {
  return String(thousandths / 10);
}
