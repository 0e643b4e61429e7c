/** Makes the table of a run's heads of its matches, finding by finding. */
import { KeyedNumbers } from '../../core/index/keyedNumbers.js';
import { compareWithinFinding } from '../../core/match/order.js';
import { Failure } from '../../shared/failure.js';
import { DistinctTexts } from './distinctTexts.js';
import { EntriesInMemory, type Entries } from './entries.js';
import { numbersOf, WordLists } from './headRow.js';
import { AT, HASHES_AT, HeadTable, ROW, type HeadColumns, type HeadWords } from './headTable.js';
import type { LineRange, MatchHead } from './runFolder.js';

const PAIR = /^[0-9a-f]{16}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** Gathers matches in the order of matches.jsonl, as rows of numbers: as objects they would weigh more than all else. */
export class HeadTableBuilder {
  readonly #words: WordLists;
  readonly #rows: Entries;
  readonly #row = new Float64Array(ROW);
  readonly #bytes = Buffer.from(this.#row.buffer);
  /** Of each finding its suspect, in the order of first appearance, which is that of the best matches. */
  readonly #suspects: DistinctTexts;
  /** Rows by their finding. */
  readonly #byFinding = new KeyedNumbers();
  #matches = 0;

  /** @param entries what waits goes into: empty ones for each call; in memory by default */
  constructor(entries: () => Entries = () => new EntriesInMemory()) {
    this.#rows = entries();
    this.#suspects = new DistinctTexts(entries());
    this.#words = new WordLists(new DistinctTexts(entries()));
  }

  get matches(): number {
    return this.#matches;
  }

  /** How many findings there are. */
  get findings(): number {
    return this.#suspects.count;
  }

  /** Other fields of records as they are written. */
  get metas(): DistinctTexts {
    return this.#words.metas;
  }

  get words(): HeadWords {
    return this.#words.lists();
  }

  /** Throws Failure('case') if it is no match, and what the entries throw. */
  add(head: MatchHead, range: LineRange): void {
    const { suspect, original, pair } = head;
    if (!PAIR.test(pair) || !SHA256.test(suspect.sha256) || !SHA256.test(original.sha256))
      throw new Failure(
        'case',
        `matches.jsonl has a line at byte ${range.offset} that is no match. Run the comparison again.`,
      );
    this.#row.set(numbersOf(head, range, this.#words));
    this.#bytes.write(pair + suspect.sha256 + original.sha256, HASHES_AT, 'hex');
    this.#rows.add(this.#bytes);
    this.#byFinding.add(this.#suspects.numberOf(suspectOf(this.#row)));
    this.#matches++;
  }

  /** The rows of one finding after the other, each finding's best first. Throws what the entries throw. */
  *rowsByFinding(): Generator<Float64Array[]> {
    const { words } = this;
    for (let finding = 0; finding < this.findings; finding++) {
      const rows = this.#byFinding.of(finding).map((row) => this.#rowOf(row));
      yield rows.length === 1 ? rows : sorted(rows, words);
    }
  }

  /** The table of all that was added, in memory. */
  build(): HeadTable {
    const metas = [...this.metas.each()];
    const columns: HeadColumns = {
      rows: new Float64Array(this.#matches * ROW),
      sizes: new Uint32Array(this.findings),
      metas: Buffer.concat(metas),
      metaEnds: new Float64Array(metas.length),
    };
    let end = 0;
    for (const [number, meta] of metas.entries()) columns.metaEnds[number] = end += meta.length;
    let at = 0;
    let finding = 0;
    for (const rows of this.rowsByFinding()) {
      columns.sizes[finding++] = rows.length;
      for (const row of rows) columns.rows.set(row, ROW * at++);
    }
    return new HeadTable(columns, this.words);
  }

  #rowOf(number: number): Float64Array {
    const row = new Float64Array(ROW);
    Buffer.from(row.buffer).set(this.#rows.entry(number));
    return row;
  }
}

/** One suspect response: its place, whatever the pair. */
function suspectOf(row: Float64Array): string {
  const [path, record, , , , pointer, from, to] = row.subarray(AT.suspect, AT.suspect + 8);
  return `${path} ${record} ${pointer} ${from} ${to}`;
}

/** Nothing is ordered by them. */
const NO_METAS = { metas: new Uint8Array(0), metaEnds: new Float64Array(0) };

function sorted(rows: readonly Float64Array[], words: HeadWords): Float64Array[] {
  const all = new Float64Array(rows.length * ROW);
  for (const [at, row] of rows.entries()) all.set(row, at * ROW);
  const columns = { rows: all, sizes: Uint32Array.of(rows.length), ...NO_METAS };
  const table = new HeadTable(columns, words);
  return rows
    .map((row, at) => ({ row, head: table.head(at) }))
    .sort((a, b) => compareWithinFinding(a.head, b.head))
    .map(({ row }) => row);
}
