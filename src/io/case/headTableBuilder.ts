/** Makes the table of a run's heads of its matches, finding by finding. */
import { compareWithinFinding } from '../../core/match/order.js';
import { Failure } from '../../shared/failure.js';
import { KINDS, type MatchSide } from '../../shared/match.js';
import { AT, HASHES, HeadTable, WIDTH, type HeadWords } from './headTable.js';
import type { LineRange, MatchHead } from './runFolder.js';

const PAIR = /^[0-9a-f]{16}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** Gathers matches in the order of matches.jsonl, as rows of numbers: as objects they would weigh more than all else. */
export class HeadTableBuilder {
  readonly #words = new WordLists();
  // A Map keeps the order of first appearance, which is that of the best matches.
  readonly #findings = new Map<string, number[]>();
  #numbers = new Float64Array(WIDTH * 256);
  #hashes = Buffer.alloc(HASHES * 256);
  #matches = 0;

  add(head: MatchHead, range: LineRange): void {
    const { suspect, original, pair } = head;
    if (!PAIR.test(pair) || !SHA256.test(suspect.sha256) || !SHA256.test(original.sha256))
      throw new Failure(
        'case',
        `matches.jsonl has a line at byte ${range.offset} that is no match. Run the comparison again.`,
      );
    const row = this.#matches++;
    if (row * WIDTH === this.#numbers.length) this.#widen();
    this.#numbers.set(numbersOf(head, range, this.#words), row * WIDTH);
    this.#hashes.write(pair + suspect.sha256 + original.sha256, row * HASHES, 'hex');
    const key = this.#suspectOf(row);
    const known = this.#findings.get(key);
    if (known) known.push(row);
    else this.#findings.set(key, [row]);
  }

  /** The table of all that was added. */
  build(): HeadTable {
    const numbers = new Float64Array(this.#matches * WIDTH);
    const hashes = new Uint8Array(this.#matches * HASHES);
    const sizes = new Uint32Array(this.#findings.size);
    const words = this.#words.lists();
    const added = new HeadTable({ numbers: this.#numbers, hashes: this.#hashes, sizes }, words);
    let at = 0;
    let finding = 0;
    for (const rows of this.#findings.values()) {
      sizes[finding++] = rows.length;
      rows.sort((a, b) => compareWithinFinding(added.head(a), added.head(b)));
      for (const row of rows) {
        numbers.set(this.#numbers.subarray(row * WIDTH, (row + 1) * WIDTH), at * WIDTH);
        hashes.set(this.#hashes.subarray(row * HASHES, (row + 1) * HASHES), at++ * HASHES);
      }
    }
    return new HeadTable({ numbers, hashes, sizes }, words);
  }

  /** One suspect response: its place, whatever the pair. */
  #suspectOf(row: number): string {
    const side = row * WIDTH + AT.suspect;
    const [path, record, , , , pointer, from, to] = this.#numbers.subarray(side, side + 8);
    return `${path} ${record} ${pointer} ${from} ${to}`;
  }

  #widen(): void {
    const numbers = new Float64Array(2 * this.#numbers.length);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
    const hashes = Buffer.alloc(2 * this.#hashes.length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
  }
}

/** In the order of the table's fields. */
function numbersOf(head: MatchHead, { offset, length }: LineRange, words: WordLists): number[] {
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
  row.push(words.of('parts', part), words.of('metas', meta));
}

/** Numbers for values that come back: strings by themselves, others by what they are written as. */
class WordLists {
  readonly #lists: Record<keyof HeadWords, Map<string, number>> = {
    paths: new Map(),
    pointers: new Map(),
    parts: new Map(),
    metas: new Map(),
    flags: new Map(),
  };

  of(list: keyof HeadWords, value: string | object): number {
    const written = typeof value === 'string' ? value : JSON.stringify(value);
    const known = this.#lists[list];
    let number = known.get(written);
    if (number === undefined) known.set(written, (number = known.size));
    return number;
  }

  lists(): HeadWords {
    const { paths, pointers, parts, metas, flags } = this.#lists;
    return {
      paths: [...paths.keys()],
      pointers: [...pointers.keys()],
      parts: [...parts.keys()] as HeadWords['parts'][number][],
      metas: valuesOf(metas),
      flags: valuesOf(flags),
    };
  }
}

function valuesOf<T>(list: ReadonlyMap<string, number>): T[] {
  return [...list.keys()].map((text) => JSON.parse(text) as T);
}
