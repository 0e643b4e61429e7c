/** A finished run, opened: findings in memory as numbers, matches and texts read when they are asked for. */
import {
  MatchFile,
  readCalibration,
  readManifest,
  readMatchHeads,
  type LineRange,
  type MatchHead,
} from '../io/case/runFolder.js';
import { fromCasePath, caseOfRun } from '../io/case/paths.js';
import { compareWithinFinding } from '../core/match/order.js';
import { Failure } from '../shared/failure.js';
import type { Calibration } from '../shared/calibration.js';
import type { FindingId } from '../shared/findingQuery.js';
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
  /** Its kept matches in matches.jsonl, best first. */
  readonly matches: readonly LineRange[];
  /** The originals of these matches. */
  readonly originals: readonly OriginalHead[];
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
  static async open(dir: string, pace: Pace): Promise<RunModel> {
    const model = new RunModel(dir, await readManifest(dir), await MatchFile.open(dir));
    // A Map keeps the order of first appearance, which is that of the best matches.
    const bySuspect = new Map<string, { head: MatchHead; range: LineRange }[]>();
    for await (const { head, range } of readMatchHeads(dir)) {
      const key = suspectKey(head.suspect);
      const known = bySuspect.get(key);
      if (known) known.push({ head, range });
      else bySuspect.set(key, [{ head, range }]);
      await pace.breathe();
    }
    for (const matches of bySuspect.values()) model.#add(matches);
    return model;
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

  async close(): Promise<void> {
    await this.file.close();
  }

  #add(matches: { head: MatchHead; range: LineRange }[]): void {
    matches.sort((a, b) => compareWithinFinding(a.head, b.head));
    const id = this.#findings.length;
    const best = matches[0]!.head;
    this.#findings.push({
      id,
      best,
      matches: matches.map((match) => match.range),
      originals: matches.map(({ head: { original, kind, reported, scores } }) => ({
        at: original,
        kind,
        reported,
        evidence: scores.distinctiveTokens.value,
      })),
    });
    this.#meet(this.#bySuspectPath, best.suspect.path, id);
    for (const { head } of matches) this.#meet(this.#byOriginalPath, head.original.path, id);
  }

  #meet(map: Map<string, FindingId[]>, path: string, id: FindingId): void {
    const ids = map.get(path);
    if (!ids) map.set(path, [id]);
    else if (ids.at(-1) !== id) ids.push(id);
  }
}

/** One suspect response: its place, whatever the pair. */
function suspectKey({ path, record, pointer, range }: MatchSide): string {
  return JSON.stringify([path, record, pointer, range ?? null]);
}
