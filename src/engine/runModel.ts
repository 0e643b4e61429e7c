/** A finished run, opened: findings in memory as numbers, matches and texts read when they are asked for. */
import type { HeadTable } from '../io/case/headTable.js';
import { openHeadTable, type TableOptions } from '../io/case/openHeadTable.js';
import {
  MatchFile,
  readCalibration,
  readCloseness,
  readManifest,
  type LineRange,
  type MatchHead,
} from '../io/case/runFolder.js';
import { fromCasePath, caseOfRun } from '../io/case/paths.js';
import { Failure } from '../shared/failure.js';
import type { Calibration } from '../shared/calibration.js';
import type { Closeness } from '../shared/closeness.js';
import type { FindingId, ScoreName, SideName } from '../shared/findingQuery.js';
import type { Match, MatchSide } from '../shared/match.js';
import type { RunManifest } from '../shared/run.js';
import type { Pace } from './pace.js';

/** What is known of one of a finding's originals without reading its match again. */
export interface OriginalHead extends Pick<Match, 'kind' | 'reported'> {
  readonly at: MatchSide;
  readonly evidence: number;
}

/** What the list and the editor need of a finding without reading it again. */
export interface Finding {
  readonly id: FindingId;
  readonly best: MatchHead;
  /** Its kept matches in matches.jsonl, best first; read from the table when asked for. */
  readonly matches: readonly LineRange[];
  /** The originals of these matches; read from the table when asked for. */
  readonly originals: readonly OriginalHead[];
  /** Other fields of the record on a side of the best match, without the side being made. */
  meta(side: SideName): MatchSide['meta'];
  /** A score of the best match, without all of them being made; NaN where an older run has none. */
  score(name: ScoreName): number;
}

export class RunModel {
  readonly #findings: Finding[] = [];
  #calibration: Promise<Calibration | undefined> | undefined;
  readonly #bySuspectPath = new Map<string, FindingId[]>();
  readonly #byOriginalPath = new Map<string, FindingId[]>();

  private constructor(
    readonly dir: string,
    readonly manifest: RunManifest,
    readonly file: MatchFile,
  ) {}

  /** Reads the run in `dir`; throws Failure('case') when it isn't one. */
  static async open(dir: string, pace: Pace, options?: TableOptions): Promise<RunModel> {
    const manifest = await readManifest(dir);
    const file = await MatchFile.open(dir);
    try {
      const model = new RunModel(dir, manifest, file);
      model.#fill(await openHeadTable(dir, () => pace.breathe(), options));
      return model;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get findings(): readonly Finding[] {
    return this.#findings;
  }

  finding(id: FindingId): Finding {
    const finding = this.#findings[id];
    if (!finding) throw new Failure('case', `There is no finding ${id} in run ${this.manifest.run}.`);
    return finding;
  }

  /** The `index`th match of a finding, best first. */
  match(id: FindingId, index: number): Promise<Match> {
    const range = this.finding(id).matches[index];
    if (!range) throw new Failure('case', `Finding ${id} has no original ${index}.`);
    return this.file.at(range);
  }

  /** All kept matches of a finding, best first. */
  matches(id: FindingId): Promise<Match[]> {
    return Promise.all(this.finding(id).matches.map((range) => this.file.at(range)));
  }

  withSuspectIn(path: string): readonly FindingId[] {
    return this.#bySuspectPath.get(path) ?? [];
  }

  withOriginalIn(path: string): readonly FindingId[] {
    return this.#byOriginalPath.get(path) ?? [];
  }

  /** The manifest with absolute paths. */
  absoluteManifest(): RunManifest {
    const caseDir = caseOfRun(this.dir);
    return {
      ...this.manifest,
      inputs: this.manifest.inputs.map((input) => ({ ...input, path: fromCasePath(caseDir, input.path) })),
    };
  }

  /** calibration.json, read once; undefined where the run had no controls. Throws Failure('case') if it is damaged. */
  calibration(): Promise<Calibration | undefined> {
    return (this.#calibration ??= readCalibration(this.dir));
  }

  /** closeness.json; undefined where the run has none. Throws Failure('case') if it is damaged. */
  closeness(): Promise<Closeness | undefined> {
    return readCloseness(this.dir);
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  #fill(table: HeadTable): void {
    const suspects = new PathIds();
    const originals = new PathIds();
    let start = 0;
    for (const [id, size] of table.columns.sizes.entries()) {
      this.#findings.push(new TableFinding(table, id, start, size));
      suspects.meet(table.path(start, 'suspect'), id);
      for (let at = start; at < start + size; at++) originals.meet(table.path(at, 'original'), id);
      start += size;
    }
    suspects.give(table.words.paths, this.#bySuspectPath);
    originals.give(table.words.paths, this.#byOriginalPath);
  }
}

/** A finding that stands in `size` rows of the table from `start` on. */
class TableFinding implements Finding {
  #best: MatchHead | undefined;
  readonly #table: HeadTable;
  readonly #start: number;
  readonly #size: number;

  constructor(
    table: HeadTable,
    readonly id: FindingId,
    start: number,
    size: number,
  ) {
    this.#table = table;
    this.#start = start;
    this.#size = size;
  }

  get best(): MatchHead {
    return (this.#best ??= this.#table.head(this.#start));
  }

  get matches(): readonly LineRange[] {
    return this.#rows((at) => this.#table.range(at));
  }

  get originals(): readonly OriginalHead[] {
    return this.#rows((at) => {
      const { original, kind, reported, scores } = this.#table.head(at);
      return { at: original, kind, reported, evidence: scores.distinctiveTokens.value };
    });
  }

  meta(side: SideName): MatchSide['meta'] {
    return this.#table.meta(this.#start, side);
  }

  score(name: ScoreName): number {
    return this.#table.score(this.#start, name);
  }

  #rows<T>(read: (at: number) => T): T[] {
    return Array.from({ length: this.#size }, (_, index) => read(this.#start + index));
  }
}

/** Findings by the numbers of their paths. */
class PathIds {
  readonly #ids = new Map<number, FindingId[]>();

  meet(path: number, id: FindingId): void {
    const ids = this.#ids.get(path);
    if (!ids) this.#ids.set(path, [id]);
    else if (ids.at(-1) !== id) ids.push(id);
  }

  give(paths: readonly string[], map: Map<string, FindingId[]>): void {
    for (const [path, ids] of this.#ids) map.set(paths[path]!, ids);
  }
}
