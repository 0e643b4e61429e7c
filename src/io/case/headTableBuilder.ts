/** Makes the table of a run's heads of its matches, finding by finding. */
import { compareWithinFinding } from '../../core/match/order.js';
import { Failure } from '../../shared/failure.js';
import { KINDS, type MatchSide } from '../../shared/match.js';
import { HASHES, HeadTable, WIDTH, type HeadWords } from './headTable.js';
import type { LineRange, MatchHead } from './runFolder.js';

interface Placed {
  readonly head: MatchHead;
  readonly range: LineRange;
}

const PAIR = /^[0-9a-f]{16}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** Gathers matches in the order of matches.jsonl. */
export class HeadTableBuilder {
  // A Map keeps the order of first appearance, which is that of the best matches.
  readonly #findings = new Map<string, Placed[]>();
  #matches = 0;

  add(head: MatchHead, range: LineRange): void {
    const { suspect, original, pair } = head;
    if (!PAIR.test(pair) || !SHA256.test(suspect.sha256) || !SHA256.test(original.sha256))
      throw new Failure(
        'case',
        `matches.jsonl has a line at byte ${range.offset} that is no match. Run the comparison again.`,
      );
    const key = suspectKey(suspect);
    const known = this.#findings.get(key);
    if (known) known.push({ head, range });
    else this.#findings.set(key, [{ head, range }]);
    this.#matches++;
  }

  /** The table of all that was added. */
  build(): HeadTable {
    const numbers = new Float64Array(this.#matches * WIDTH);
    const hashes = new Uint8Array(this.#matches * HASHES);
    const bytes = Buffer.from(hashes.buffer);
    const sizes = new Uint32Array(this.#findings.size);
    const words = new WordLists();
    let at = 0;
    let finding = 0;
    for (const matches of this.#findings.values()) {
      matches.sort((a, b) => compareWithinFinding(a.head, b.head));
      sizes[finding++] = matches.length;
      for (const { head, range } of matches) {
        numbers.set(numbersOf(head, range, words), at * WIDTH);
        bytes.write(head.pair + head.suspect.sha256 + head.original.sha256, at++ * HASHES, 'hex');
      }
    }
    return new HeadTable({ numbers, hashes, sizes }, words.lists());
  }
}

/** In the order of the table's fields. */
function numbersOf(head: MatchHead, { offset, length }: LineRange, words: WordLists): number[] {
  const { kind, reported, originals, flags, suspect, original, scores } = head;
  const { jaccard, containmentSuspect, containmentOriginal, longestRun, distinctiveTokens } = scores;
  const { evidenceBits, dice, editSimilarity: edit } = scores;
  return [
    ...[offset, length, KINDS.indexOf(kind), Number(reported), originals, words.of('flags', flags)],
    ...sideNumbers(suspect, words),
    ...sideNumbers(original, words),
    ...[jaccard, containmentSuspect, containmentOriginal].flatMap(({ value, shared, total }) => [
      value,
      shared,
      total,
    ]),
    ...[longestRun.value, distinctiveTokens.value, distinctiveTokens.raw, dice?.value ?? NaN],
    ...[edit?.value ?? NaN, edit?.shared ?? NaN, edit?.total ?? NaN, Number(edit?.capped ?? false)],
    evidenceBits?.value ?? NaN,
  ];
}

function sideNumbers(side: MatchSide, words: WordLists): number[] {
  const { path, record, line, byteOffset, byteLength, pointer, range, part, meta } = side;
  return [
    ...[words.of('paths', path), record, line ?? NaN, byteOffset ?? NaN, byteLength ?? NaN],
    ...[words.of('pointers', pointer), range?.[0] ?? NaN, range?.[1] ?? NaN],
    ...[words.of('parts', part), words.of('metas', meta)],
  ];
}

/** Numbers for values that come back, by what they are written as. */
class WordLists {
  readonly #lists: Record<keyof HeadWords, Map<string, number>> = {
    paths: new Map(),
    pointers: new Map(),
    parts: new Map(),
    metas: new Map(),
    flags: new Map(),
  };

  of(list: keyof HeadWords, value: unknown): number {
    const written = JSON.stringify(value);
    const known = this.#lists[list];
    let number = known.get(written);
    if (number === undefined) known.set(written, (number = known.size));
    return number;
  }

  lists(): HeadWords {
    const { paths, pointers, parts, metas, flags } = this.#lists;
    return {
      paths: valuesOf(paths),
      pointers: valuesOf(pointers),
      parts: valuesOf(parts),
      metas: valuesOf(metas),
      flags: valuesOf(flags),
    };
  }
}

function valuesOf<T>(list: ReadonlyMap<string, number>): T[] {
  return [...list.keys()].map((text) => JSON.parse(text) as T);
}

/** One suspect response: its place, whatever the pair. */
function suspectKey({ path, record, pointer, range }: MatchSide): string {
  return JSON.stringify([path, record, pointer, range ?? null]);
}
