/** The numbers of a head's row, and the lists of what they stand for. */
import { KINDS, type MatchSide } from '../../shared/match.js';
import type { DistinctTexts } from './distinctTexts.js';
import type { HeadWords } from './headTable.js';
import type { LineRange, MatchHead } from './runFolder.js';

/** In the order of the table's fields. */
export function numbersOf(head: MatchHead, { offset, length }: LineRange, words: WordLists): number[] {
  const { kind, reported, originals, flags, suspect, original, scores } = head;
  const { jaccard, containmentSuspect, containmentOriginal, longestRun, distinctiveTokens } = scores;
  const { evidenceBits, dice, editSimilarity: edit } = scores;
  const row = [offset, length, KINDS.indexOf(kind), Number(reported), originals, words.of('flags', flags)];
  addSide(row, suspect, words);
  addSide(row, original, words);
  for (const { value, shared, total } of [jaccard, containmentSuspect, containmentOriginal])
    row.push(value, shared, total);
  row.push(longestRun.value, distinctiveTokens.value, distinctiveTokens.raw, dice?.value ?? NaN);
  row.push(edit?.value ?? NaN, edit?.shared ?? NaN, edit?.total ?? NaN, Number(edit?.capped ?? false));
  row.push(evidenceBits?.value ?? NaN);
  return row;
}

function addSide(row: number[], side: MatchSide, words: WordLists): void {
  const { path, record, line, byteOffset, byteLength, pointer, range, part, meta } = side;
  row.push(words.of('paths', path), record, line ?? NaN, byteOffset ?? NaN, byteLength ?? NaN);
  row.push(words.of('pointers', pointer), range?.[0] ?? NaN, range?.[1] ?? NaN);
  row.push(words.of('parts', part), words.metas.numberOf(JSON.stringify(meta)));
}

/** Numbers for values that come back: strings by themselves, lists and metadata by what they are written as. */
export class WordLists {
  readonly #lists: Record<keyof HeadWords, Map<string, number>> = {
    paths: new Map(),
    pointers: new Map(),
    parts: new Map(),
    flags: new Map(),
  };

  constructor(readonly metas: DistinctTexts) {}

  of(list: keyof HeadWords, value: string | readonly string[]): number {
    const written = typeof value === 'string' ? value : JSON.stringify(value);
    const known = this.#lists[list];
    let number = known.get(written);
    if (number === undefined) known.set(written, (number = known.size));
    return number;
  }

  lists(): HeadWords {
    const { paths, pointers, parts, flags } = this.#lists;
    return {
      paths: [...paths.keys()],
      pointers: [...pointers.keys()],
      parts: [...parts.keys()] as HeadWords['parts'][number][],
      flags: [...flags.keys()].map((written) => JSON.parse(written) as string[]),
    };
  }
}
