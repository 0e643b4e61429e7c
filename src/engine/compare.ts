/** A comparison from start to end: originals in, suspects past them, matches out. */
import { openDataset, type OpenDataset } from '../io/dataset/openDataset.js';
import { toCasePath } from '../io/case/paths.js';
import { RunWriter } from '../io/case/runWriter.js';
import type { CompareRequest, CompareResult } from '../shared/engineCalls.js';
import type { ShapeOverride } from '../shared/dataset.js';
import type { InputRole, RunInput } from '../shared/run.js';
import { Failure, throwIfCancelled } from '../shared/failure.js';
import { resolveInputs, sameBytes, type SizedFile } from './inputs.js';
import { Ledger } from './ledger.js';
import { machine, TOOL, VERSION } from './identity.js';
import { Originals } from './originals.js';
import { Pace, type Hooks } from './pace.js';
import { proposer, type Proposer } from './proposer.js';
import { SuspectMatcher } from './suspectMatcher.js';

/**
 * Compares every suspect response with the originals and writes the run into the case folder.
 * Returns its manifest and folder. Throws Failure: 'input' when a side cannot be read at all, 'cancelled' after an
 * abort (nothing is left behind), 'case' when the folder cannot be written.
 */
export async function compare(request: CompareRequest, hooks: Hooks): Promise<CompareResult> {
  const started = new Date();
  const run = new Comparison(request, new Pace(hooks));
  const files = await resolveInputs(request.suspects, request.originals);
  const writer = await RunWriter.begin(request.caseDir);
  try {
    await writer.addSkipped(files.skipped);
    run.ledger.skipped(files.skipped.length);
    const before = performance.now();
    await run.readOriginals(files.originals, writer);
    const between = performance.now();
    await run.passSuspects(files.suspects, writer);
    run.requireSuspect();
    const seconds = { index: (between - before) / 1000, compare: (performance.now() - between) / 1000 };
    throwIfCancelled(hooks.signal);
    const inputs = [...run.inputs].sort(byRoleAndPath);
    const finished = await writer.finish(
      {
        kind: request.kind,
        tool: TOOL,
        version: VERSION,
        unicode: process.versions['unicode'] ?? 'unknown',
        parameters: request.parameters,
        inputs,
        counts: run.ledger.counts(run.hotShingles),
        notes: [...files.notes, ...sameBytes(inputs)],
      },
      { started: started.toISOString(), seconds, machine: machine() },
    );
    return { ...finished, seconds };
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

/** The state of one comparison while it runs. */
class Comparison {
  readonly inputs: RunInput[] = [];
  readonly ledger = new Ledger();
  readonly #originals: Originals;
  readonly #proposer: Proposer;

  constructor(
    readonly request: CompareRequest,
    readonly pace: Pace,
  ) {
    this.#originals = new Originals(request.parameters);
    this.#proposer = proposer(request.kind, this.#originals, request.parameters);
  }

  get hotShingles(): number {
    return this.#proposer.hotShingles;
  }

  async readOriginals(files: readonly SizedFile[], writer: RunWriter): Promise<void> {
    const progress = this.#byteProgress('Reading originals', files);
    for (const file of files) {
      const dataset = await this.#open(file, this.request.parameters.originalsShape, writer);
      if (!dataset) continue;
      for await (const batch of dataset.batches()) {
        this.ledger.skipped(batch.skipped.length);
        await writer.addSkipped(batch.skipped);
        for (const response of batch.responses) {
          const { id, fresh } = this.#originals.add(response);
          if (fresh) this.#proposer.add(id);
          await this.pace.breathe();
        }
        progress(batch.bytesDone);
      }
      this.#close('original', dataset);
      progress(dataset.bytes, true);
    }
    if (this.#originals.count === 0) {
      throw new Failure(
        'input',
        `No response was found in the originals (${describe(this.inputs)}). Check them with Inspect Dataset, or say where the response is (originals.response).`,
      );
    }
    await this.#proposer.seal();
  }

  async passSuspects(files: readonly SizedFile[], writer: RunWriter): Promise<void> {
    const { parameters, caseDir } = this.request;
    const only = parameters.suspectRecords && new Set(parameters.suspectRecords);
    const matcher = new SuspectMatcher(this.#originals, this.#proposer, parameters, this.pace, (path) =>
      toCasePath(caseDir, path),
    );
    const progress = this.#byteProgress('Comparing', files);
    for (const file of files) {
      const dataset = await this.#open(file, parameters.suspectShape, writer);
      if (!dataset) continue;
      for await (const batch of dataset.batches()) {
        this.ledger.skipped(batch.skipped.length);
        await writer.addSkipped(batch.skipped);
        for (const response of batch.responses) {
          if (only && !only.has(response.address.record)) continue;
          const outcome = await matcher.match(response);
          this.ledger.enter(outcome);
          for (const match of outcome.matches) await writer.addMatch(match);
          await this.pace.breathe();
        }
        progress(batch.bytesDone);
      }
      this.#close('suspect', dataset);
      progress(dataset.bytes, true);
    }
  }

  /** Throws Failure('input') when not one suspect file could be read. */
  requireSuspect(): void {
    if (this.inputs.some((input) => input.role === 'suspect')) return;
    throw new Failure(
      'input',
      `No file of the suspect could be read: ${this.request.suspects.join(', ')}. Inspect Dataset says why.`,
    );
  }

  /** A file that the user named must be readable; one that a folder holds is listed as skipped if it is not. */
  async #open(
    file: SizedFile,
    shape: ShapeOverride | undefined,
    writer: RunWriter,
  ): Promise<OpenDataset | undefined> {
    try {
      return await openDataset(file.path, { signal: this.pace.hooks.signal, shape });
    } catch (error) {
      if (file.named || !(error instanceof Failure) || error.code !== 'input') throw error;
      this.ledger.skipped(1);
      await writer.addSkipped([{ path: file.path, reason: error.message }]);
      return undefined;
    }
  }

  #close(role: InputRole, dataset: OpenDataset): void {
    this.inputs.push({ role, ...dataset.summary() });
  }

  /** Progress over several files: bytes of the finished ones and of the one at hand. */
  #byteProgress(phase: string, files: readonly SizedFile[]): (bytes: number, finished?: boolean) => void {
    const total = files.reduce((sum, file) => sum + file.bytes, 0);
    let before = 0;
    return (bytes, finished = false) => {
      this.pace.report({ phase, done: before + bytes, total, unit: 'bytes' });
      if (finished) before += bytes;
    };
  }
}

function byRoleAndPath(a: RunInput, b: RunInput): number {
  const left = `${a.role}\0${a.path}`;
  const right = `${b.role}\0${b.path}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

function describe(inputs: readonly RunInput[]): string {
  return inputs.map((input) => `${input.path}: ${input.shape.description}`).join('; ');
}
