/**
 * Writes the folder of a run: everything goes into a temporary folder beside it, which is renamed when it is
 * whole, so that a cancelled or killed run leaves nothing that looks like a result.
 */
import { createHash } from 'node:crypto';
import { open, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { matchColumns } from '../../core/match/orderColumns.js';
import type { Calibration } from '../../shared/calibration.js';
import type { Closeness } from '../../shared/closeness.js';
import type { Skipped } from '../../shared/dataset.js';
import type { Match } from '../../shared/match.js';
import type { Planted } from '../../shared/planted.js';
import type { RunManifest, RunTiming } from '../../shared/run.js';
import { Failure } from '../../shared/failure.js';
import { makeFolder } from '../makeFolder.js';
import { sweepTemporary, temporaryName } from '../temporary.js';
import { makeHeadTable, type TableOptions } from './openHeadTable.js';
import { runsDir, toCasePath } from './paths.js';
import { writePlanted } from './plantedFile.js';
import { SortedLines } from './sortedLines.js';
import { writingCase } from './writingCase.js';
import { errorCode } from '../errorCode.js';

/** Is told how far the writing is. */
export interface WritingPace {
  /** May throw the cancelled failure. */
  breathe(): Promise<void>;
  /** Bytes that are done and that there are. */
  progress(done: number, total: number): void;
}

export class RunWriter {
  readonly #matches: SortedLines<Match>;
  readonly #skipped: FileHandle;

  private constructor(
    readonly caseDir: string,
    readonly pathsCase: string,
    readonly scratch: string,
    matches: SortedLines<Match>,
    skipped: FileHandle,
  ) {
    this.#matches = matches;
    this.#skipped = skipped;
  }

  /**
   * Begins a run in the case folder, which is made if need be, with paths as the case `pathsCase` writes them. This and
   * what follows throw Failure('case') if it can't be written.
   */
  static async begin(caseDir: string, pathsCase = caseDir): Promise<RunWriter> {
    // Lists of runs leave out what begins with a dot.
    const scratch = temporaryName(path.join(runsDir(caseDir), '.run'));
    return writingCase(caseDir, async () => {
      await sweepTemporary(runsDir(caseDir));
      await makeFolder(scratch);
      const matches = new SortedLines<Match>(path.join(scratch, 'matches.pieces'), matchColumns);
      const skipped = await open(path.join(scratch, 'skipped.jsonl'), 'w');
      return new RunWriter(caseDir, pathsCase, scratch, matches, skipped);
    });
  }

  /** Adds a match, whose paths are written as the case writes them. */
  async addMatch(match: Match): Promise<void> {
    await this.#writing(() => this.#matches.add(match, JSON.stringify(match)));
  }

  async addSkipped(skipped: readonly Skipped[]): Promise<void> {
    if (skipped.length === 0) return;
    const lines = skipped.map(
      (one) => JSON.stringify({ ...one, path: toCasePath(this.pathsCase, one.path) }) + '\n',
    );
    await this.#writing(() => this.#skipped.appendFile(lines.join('')));
  }

  /** Writes calibration.json. */
  async addCalibration(calibration: Calibration): Promise<void> {
    await this.#writeJson('calibration.json', calibration);
  }

  /** Writes planted.json. */
  async addPlanted(planted: Planted): Promise<void> {
    await writePlanted(this.scratch, planted);
  }

  /** Writes closeness.json. */
  async addCloseness(closeness: Closeness): Promise<void> {
    await this.#writeJson('closeness.json', closeness);
  }

  /**
   * Puts the matches in order and the folder in its place, with the table of a large run's heads; an equal run that is
   * there already is replaced. Returns the manifest as written and the run's folder. `pace` is told of it often.
   */
  async finish(
    manifest: Omit<RunManifest, 'run'>,
    timing: RunTiming,
    pace: WritingPace,
    options?: TableOptions,
  ): Promise<{ manifest: RunManifest; dir: string }> {
    await this.#skipped.close();
    const matches = path.join(this.scratch, 'matches.jsonl');
    // They are read once more for the table.
    const total = 2 * this.#matches.bytes;
    let done = 0;
    const breathe = (bytes = 0): Promise<void> => {
      pace.progress((done += bytes), total);
      return pace.breathe();
    };
    await this.#writing(() => this.#matches.writeSorted(matches, breathe));
    const inputs = manifest.inputs.map((input) => ({
      ...input,
      path: toCasePath(this.pathsCase, input.path),
    }));
    const whole: RunManifest = { run: runId({ ...manifest, inputs }), ...manifest, inputs };
    await this.#writeJson('run.json', whole);
    await this.#writeJson('timing.json', timing);
    await this.#makeTable(breathe, options);
    const dir = path.join(runsDir(this.caseDir), whole.run);
    await this.#writing(() => this.#put(dir));
    return { manifest: whole, dir };
  }

  /** An old run goes aside as a whole, so that a kill never leaves half of it. */
  async #put(dir: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const aside = temporaryName(path.join(runsDir(this.caseDir), '.run'));
      await rename(dir, aside).catch((error: unknown) => {
        if (errorCode(error) !== 'ENOENT') throw error;
      });
      try {
        await rename(this.scratch, dir);
        return;
      } catch (error) {
        // An equal comparison was as fast.
        if (attempt === ATTEMPTS || !TAKEN.includes(errorCode(error))) throw error;
      } finally {
        // What stays is swept when the next run begins.
        await rm(aside, { recursive: true, force: true }).catch(() => undefined);
      }
    }
  }

  /** Removes everything that was written. */
  async abandon(): Promise<void> {
    await this.#skipped.close();
    this.#matches.close();
    await rm(this.scratch, { recursive: true, force: true });
  }

  /** So that the first look at the run need not parse its lines; a run without opens as well. */
  async #makeTable(breathe: (bytes?: number) => Promise<void>, options?: TableOptions): Promise<void> {
    try {
      await makeHeadTable(this.scratch, breathe, options);
    } catch (error) {
      if (error instanceof Failure && error.code === 'cancelled') throw error;
    }
  }

  #writeJson(name: string, value: unknown): Promise<void> {
    const text = JSON.stringify(value, null, 2) + '\n';
    return this.#writing(() => writeFile(path.join(this.scratch, name), text));
  }

  #writing<T>(work: () => T | Promise<T>): Promise<T> {
    return writingCase(this.caseDir, work);
  }
}

/** So many equal comparisons may end at once. */
const ATTEMPTS = 100;
/** What a file system says of a folder in whose place another is put; the last is Windows. */
const TAKEN: readonly unknown[] = ['ENOTEMPTY', 'EEXIST', 'EPERM'];

/** The run's identity: 16 hex digits of the SHA-256 of kind, inputs, parameters and version. */
function runId(manifest: Omit<RunManifest, 'run'>): string {
  const { kind, version, unicode, parameters } = manifest;
  const inputs = manifest.inputs.map(({ role, path: where, sha256, family }) => ({
    role,
    path: where,
    sha256,
    ...(family === undefined ? {} : { family }),
  }));
  return createHash('sha256')
    .update(JSON.stringify({ kind, version, unicode, parameters, inputs }))
    .digest('hex')
    .slice(0, 16);
}
