/** The heads of a run's matches as columns of numbers and lists of strings: opened at once, decoded one by one. */
import type { ScoreName } from '../../shared/findingQuery.js';
import { KINDS, type MatchSide, type Scores } from '../../shared/match.js';
import type { LineRange, MatchHead } from './runFolder.js';

/** What stands in more than one match, once each. */
export interface HeadWords {
  readonly paths: readonly string[];
  readonly pointers: readonly string[];
  readonly parts: readonly MatchSide['part'][];
  readonly flags: readonly (readonly string[])[];
}

export interface HeadColumns {
  /**
   * Of each match the numbers of {@link FIELDS}, NaN for one that is absent, then its pair and the hashes of suspect and
   * original as bytes.
   */
  readonly rows: Float64Array;
  /** How many matches each finding has; they follow one another, best first. */
  readonly sizes: Uint32Array;
  /** Other fields of records as JSON, each of them once, one behind the other. */
  readonly metas: Uint8Array;
  /** Where each of them ends. */
  readonly metaEnds: Float64Array;
}

const SIDE_FIELDS = [
  'path',
  'record',
  'line',
  'byteOffset',
  'byteLength',
  'pointer',
  'from',
  'to',
  'part',
  'meta',
];
const RATIOS = ['jaccard', 'containmentSuspect', 'containmentOriginal'] as const;
const FIELDS = [
  ...['offset', 'length', 'kind', 'reported', 'originals', 'flags'],
  ...SIDE_FIELDS.map((field) => `suspect ${field}`),
  ...SIDE_FIELDS.map((field) => `original ${field}`),
  ...RATIOS.flatMap((name) => [`${name} value`, `${name} shared`, `${name} total`]),
  ...[
    'longestRun',
    'evidence',
    'raw',
    'dice',
    'edit value',
    'edit shared',
    'edit total',
    'edit capped',
    'bits',
  ],
];
/** Where in its row the bytes of a match's hashes begin: 8 of the pair, 32 of each side. */
export const HASHES_AT = 8 * FIELDS.length;
/** Numbers of one match's row. */
export const ROW = FIELDS.length + (8 + 32 + 32) / 8;

export const AT = {
  offset: 0,
  length: 1,
  kind: 2,
  reported: 3,
  originals: 4,
  flags: 5,
  suspect: 6,
  original: FIELDS.indexOf('original path'),
  ratios: FIELDS.indexOf('jaccard value'),
  longestRun: FIELDS.indexOf('longestRun'),
  evidence: FIELDS.indexOf('evidence'),
  bits: FIELDS.indexOf('bits'),
} as const;

const SCORES: Readonly<Record<ScoreName, number>> = {
  evidence: AT.evidence,
  evidenceBits: AT.bits,
  jaccard: AT.ratios,
  containmentSuspect: AT.ratios + 3,
  containmentOriginal: AT.ratios + 6,
  longestRun: AT.longestRun,
};

export class HeadTable {
  readonly #numbers: Float64Array;
  readonly #bytes: Buffer;
  /** Those that were asked for. */
  readonly #metas: MatchSide['meta'][] = [];

  constructor(
    readonly columns: HeadColumns,
    readonly words: HeadWords,
  ) {
    const { rows } = columns;
    this.#numbers = rows;
    this.#bytes = Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength);
  }

  /** The `at`th match, finding by finding. */
  head(at: number): MatchHead {
    return new StoredHead(this, at);
  }

  /** Where it stands in matches.jsonl. */
  range(at: number): LineRange {
    return { offset: this.number(at, AT.offset), length: this.number(at, AT.length) };
  }

  number(at: number, field: number): number {
    return this.#numbers[at * ROW + field]!;
  }

  /** Which of the words' paths a side is in. */
  path(at: number, side: 'suspect' | 'original'): number {
    return this.number(at, AT[side]);
  }

  /** One of the scores; NaN where an older run has none. */
  score(at: number, name: ScoreName): number {
    return this.number(at, SCORES[name]);
  }

  /** Other fields of a side's record. */
  meta(at: number, side: 'suspect' | 'original'): MatchSide['meta'] {
    return this.metaOf(this.number(at, AT[side] + META));
  }

  /** The same object for the same number. */
  metaOf(number: number): MatchSide['meta'] {
    const { metas, metaEnds } = this.columns;
    return (this.#metas[number] ??= JSON.parse(
      Buffer.from(metas.subarray(metaEnds[number - 1] ?? 0, metaEnds[number])).toString(),
    ) as MatchSide['meta']);
  }

  hash(at: number, from: number, to: number): string {
    const start = 8 * ROW * at + HASHES_AT;
    return this.#bytes.toString('hex', start + from, start + to);
  }
}

const META = SIDE_FIELDS.indexOf('meta');

/** A head that makes of its numbers what is asked for: most of 100,000 are never asked for most of it. */
class StoredHead implements MatchHead {
  #pair: string | undefined;
  readonly #table: HeadTable;
  readonly #at: number;

  constructor(table: HeadTable, at: number) {
    this.#table = table;
    this.#at = at;
  }

  get pair(): string {
    return (this.#pair ??= this.#table.hash(this.#at, 0, 8));
  }

  get kind(): MatchHead['kind'] {
    return KINDS[this.#number(AT.kind)]!;
  }

  get reported(): boolean {
    return this.#number(AT.reported) === 1;
  }

  get originals(): number {
    return this.#number(AT.originals);
  }

  get flags(): readonly string[] {
    return this.#table.words.flags[this.#number(AT.flags)]!;
  }

  get suspect(): MatchSide {
    return this.#side(AT.suspect, 8);
  }

  get original(): MatchSide {
    return this.#side(AT.original, 40);
  }

  get scores(): Scores {
    const [jaccard, containmentSuspect, containmentOriginal] = RATIOS.map((_, n) =>
      this.#ratio(AT.ratios + 3 * n),
    );
    const [longestRun, value, raw, dice, edit, , , capped, bits] = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) =>
      this.#number(AT.longestRun + n),
    );
    return {
      jaccard: jaccard!,
      containmentSuspect: containmentSuspect!,
      containmentOriginal: containmentOriginal!,
      longestRun: { value: longestRun! },
      distinctiveTokens: { value: value!, raw: raw! },
      ...(isThere(bits!) && { evidenceBits: { value: bits! } }),
      ...(isThere(dice!) && { dice: { value: dice! } }),
      ...(isThere(edit!) && {
        editSimilarity: { ...this.#ratio(AT.longestRun + 4), ...(capped === 1 && { capped: true as const }) },
      }),
    };
  }

  #number(field: number): number {
    return this.#table.number(this.#at, field);
  }

  #ratio(field: number): Scores['jaccard'] {
    return { value: this.#number(field), shared: this.#number(field + 1), total: this.#number(field + 2) };
  }

  #side(field: number, hash: number): MatchSide {
    const table = this.#table;
    const { words } = table;
    const meta = this.#number(field + META);
    const line = this.#number(field + 2);
    const byteOffset = this.#number(field + 3);
    const byteLength = this.#number(field + 4);
    const range = [this.#number(field + 6), this.#number(field + 7)] as const;
    return {
      path: words.paths[this.#number(field)]!,
      record: this.#number(field + 1),
      ...(isThere(line) && { line }),
      ...(isThere(byteOffset) && { byteOffset }),
      ...(isThere(byteLength) && { byteLength }),
      pointer: words.pointers[this.#number(field + 5)]!,
      ...(isThere(range[0]) && { range }),
      sha256: table.hash(this.#at, hash, hash + 32),
      part: words.parts[this.#number(field + 8)]!,
      get meta() {
        return table.metaOf(meta);
      },
    };
  }
}

function isThere(number: number): boolean {
  return !Number.isNaN(number);
}
