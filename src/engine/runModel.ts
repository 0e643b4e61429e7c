/** A finished run, opened: findings in memory as numbers, matches and texts read when they are asked for. */
import { MatchFile, readManifest, readMatches, type LineRange } from '../io/case/runFolder.js';
import { fromCasePath, caseOfRun } from '../io/case/paths.js';
import { Failure } from '../shared/failure.js';
import type { FindingId } from '../shared/engineCalls.js';
import type { Match, MatchSide } from '../shared/match.js';
import type { RunManifest } from '../shared/run.js';
import type { Pace } from './pace.js';

/** What the list and the editor need of a finding without reading it again: its best match, without passages. */
export interface Finding {
  readonly id: FindingId;
  readonly best: Pick<Match, 'pair' | 'kind' | 'reported' | 'originals' | 'suspect' | 'scores' | 'flags'>;
  /** Its kept matches in matches.jsonl, best first. */
  readonly matches: readonly LineRange[];
}

export class RunModel {
  readonly #findings: Finding[] = [];
  readonly #bySuspectPath = new Map<string, FindingId[]>();
  readonly #byOriginalPath = new Map<string, FindingId[]>();

  private constructor(
    readonly dir: string,
    readonly manifest: RunManifest,
    readonly file: MatchFile,
  ) {}

  /** Reads the run in `dir`; throws Failure('case') when it isn't one. */
  static async open(dir: string, pace: Pace): Promise<RunModel> {
    const manifest = await readManifest(dir);
    const model = new RunModel(dir, manifest, await MatchFile.open(dir));
    const ids = new Map<string, { id: FindingId; ranges: LineRange[] }>();
    for await (const { match, range } of readMatches(dir)) {
      const key = suspectKey(match.suspect);
      const known = ids.get(key);
      if (known) {
        known.ranges.push(range);
        model.#meet(model.#byOriginalPath, match.original.path, known.id);
      } else {
        const { pair, kind, reported, originals, suspect, scores, flags } = match;
        const ranges = [range];
        const id = model.#findings.length;
        ids.set(key, { id, ranges });
        model.#findings.push({
          id,
          best: { pair, kind, reported, originals, suspect, scores, flags },
          matches: ranges,
        });
        model.#meet(model.#bySuspectPath, suspect.path, id);
        model.#meet(model.#byOriginalPath, match.original.path, id);
      }
      await pace.breathe();
    }
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

  async close(): Promise<void> {
    await this.file.close();
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
