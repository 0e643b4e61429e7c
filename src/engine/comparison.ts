/** What one comparison has read and found so far. */
import { defaultIndexDir } from '../io/index/indexFolder.js';
import type { RunWriter } from '../io/case/runWriter.js';
import type { CompareRequest } from '../shared/engineCalls.js';
import type { ChanceCounts, FloorCounts } from '../shared/calibration.js';
import type { Planted } from '../shared/planted.js';
import type { ClosenessCounts } from '../shared/closeness.js';
import type { Skipped } from '../shared/dataset.js';
import type { InputRole, RunInput } from '../shared/run.js';
import { Failure } from '../shared/failure.js';
import { KnownTexts } from '../core/match/knownTexts.js';
import type { PublicFiles } from './publicTexts.js';
import { findingsOf } from '../core/calibration/sentences.js';
import { calibrate } from './calibration/calibrate.js';
import { compareOutputs } from './calibration/compareOutputs.js';
import type { ControlFiles } from './calibration/controlFiles.js';
import { readControls, type ControlSet } from './calibration/controlSet.js';
import type { Judging } from './calibration/judgeControls.js';
import { readTemplates } from './explained/templates.js';
import type { Inputs, SizedFile } from './inputs.js';
import { Ledger } from './ledger.js';
import type { Pace } from './pace.js';
import { countSeeds, type CountedCorpus } from './index/countSeeds.js';
import { ensureIndex } from './index/corpus.js';
import type { Pool } from './index/pool.js';
import type { Comparing } from './index/tasks.js';
import { blockTokens } from './index/suspects.js';
import type { PartRef } from './index/partMatcher.js';
import { SuspectPass } from './suspectPass.js';
import { plantCopies, PLANTED_ORIGINALS } from './planted/plantCopies.js';

/** The state of one comparison while it runs. */
export class Comparison {
  readonly inputs: RunInput[] = [];
  readonly ledger = new Ledger();
  #corpus: CountedCorpus | undefined;
  #controls: ControlSet | undefined;
  #known: KnownTexts;
  #publicParts: readonly PartRef[] = [];
  #suspects: SuspectPass | undefined;

  constructor(
    readonly request: CompareRequest,
    readonly pace: Pace,
    readonly pool: Pool,
  ) {
    this.#known = new KnownTexts(request.parameters);
  }

  /** Indexes public texts as originals are, for the innocent route; returns what the reader of the run must know. */
  async indexPublic({ files, skipped, notes }: PublicFiles, writer: RunWriter): Promise<readonly string[]> {
    const { parameters, indexDir = defaultIndexDir() } = this.request;
    if (files.length === 0) return notes;
    const settings = { normalise: parameters.normalise, shape: undefined, prompts: false };
    const corpus = await ensureIndex(files, settings, indexDir, this.pool, this.pace);
    this.#publicParts = corpus.parts;
    await this.#note('public', corpus.summaries, [...skipped, ...corpus.skipped], writer);
    return notes;
  }

  /** Returns notes about the index. */
  async indexOriginals(files: readonly SizedFile[], writer: RunWriter): Promise<readonly string[]> {
    const { kind, parameters, indexDir = defaultIndexDir() } = this.request;
    const settings = {
      normalise: parameters.normalise,
      shape: parameters.originalsShape,
      prompts: kind === 'outputs',
    };
    const corpus = await ensureIndex(files, settings, indexDir, this.pool, this.pace);
    this.#corpus = await countSeeds(corpus, kind, this.pool, parameters);
    await this.#note('original', corpus.summaries, corpus.skipped, writer);
    if (corpus.responses === 0) {
      throw new Failure(
        'input',
        `No response was found in the originals (${describe(this.inputs)}). Check them with Inspect Dataset, or say where the response is (originals.response).`,
      );
    }
    return corpus.notes;
  }

  /** Counts and lists what was not read. */
  async skip(skipped: readonly Skipped[], writer: RunWriter): Promise<void> {
    this.ledger.skipped(skipped.length);
    await writer.addSkipped(skipped);
  }

  /** Enters files of a role, and what of them was not read. */
  async #note(
    role: InputRole,
    summaries: readonly Omit<RunInput, 'role'>[],
    skipped: readonly Skipped[],
    writer: RunWriter,
  ): Promise<void> {
    await this.skip(skipped, writer);
    for (const summary of summaries) this.inputs.push({ role, ...summary });
  }

  /** Sends the suspects past the originals. */
  async passSuspects(files: readonly SizedFile[], writer: RunWriter): Promise<void> {
    const ready = {
      judging: this.#judging,
      publicParts: this.#publicParts,
      controls: this.#controls,
      ledger: this.ledger,
      writer,
      skip: (skipped: readonly Skipped[]) => this.skip(skipped, writer),
    };
    this.#suspects = new SuspectPass(ready);
    const summaries = await this.#suspects.pass(files);
    await this.#note('suspect', summaries, [], writer);
  }

  /** What originals to different prompts share, where that was looked for. */
  get floor(): FloorCounts | undefined {
    return this.#suspects?.floor;
  }

  /** Reads the controls, if there are any; returns what the reader of the run must know of them. */
  async readControls(
    controlFiles: ControlFiles,
    files: Inputs,
    writer: RunWriter,
  ): Promise<readonly string[]> {
    const set = await readControls(controlFiles, files, this.#originals, this.#comparing, this.pace);
    if (set.texts.count > 0) this.#controls = set;
    else set.texts.close();
    await this.#note('control', set.summaries, set.skipped, writer);
    return set.notes;
  }

  /** Reads what the user named as templates; returns what the reader of the run must know of them. */
  async readTemplates(files: Inputs, writer: RunWriter): Promise<readonly string[]> {
    const { templates = [] } = this.request;
    if (templates.length === 0) return [];
    const read = await readTemplates(templates, files, this.#comparing, this.pace);
    const { known, summaries, skipped, notes } = read;
    this.#known = known;
    await this.#note('template', summaries, skipped, writer);
    return notes;
  }

  /** Sends the controls the same way as the suspects; returns the essentials, or undefined without controls. */
  async calibrate(writer: RunWriter): Promise<ChanceCounts | undefined> {
    if (!this.#controls) return undefined;
    const { pairing, findings } = this.#passed;
    const { calibration, counts } = await calibrate(this.#controls, pairing, findings, this.#judging);
    await writer.addCalibration(calibration);
    return counts;
  }

  /** Tests with planted copies what would have been found, if that was asked for or nothing was found. */
  async plant(writer: RunWriter): Promise<Planted | undefined> {
    const found = findingsOf(this.ledger.counts()) > 0;
    const { planted: most = found ? 0 : PLANTED_ORIGINALS } = this.request;
    if (most === 0) return undefined;
    const planted = await plantCopies(this.#judging, this.#controls, most);
    await writer.addPlanted(planted);
    return planted;
  }

  get #comparing(): Comparing {
    const { kind, parameters, caseDir, pathsCase = caseDir } = this.request;
    return { kind, parameters, caseDir, pathsCase };
  }

  get #judging(): Judging {
    return {
      corpus: this.#originals,
      pool: this.pool,
      comparing: this.#comparing,
      pace: this.pace,
      most: blockTokens(this.request.memory, this.#controls?.texts.count),
      known: this.#known,
    };
  }

  /** Sets all sources of a model-output run beside each other; undefined for a dataset run. */
  async compareSources(files: Inputs, writer: RunWriter): Promise<ClosenessCounts | undefined> {
    const { kind, parameters, pathsCase } = this.#comparing;
    if (kind !== 'outputs') return undefined;
    const controls = this.#controls?.texts;
    const { closeness, counts } = await compareOutputs(files, controls, parameters, pathsCase, this.pace);
    await writer.addCloseness(closeness);
    return counts;
  }

  get #originals(): CountedCorpus {
    if (!this.#corpus) throw new Error('The originals are not indexed yet.');
    return this.#corpus;
  }

  get #passed(): SuspectPass {
    if (!this.#suspects) throw new Error('The suspects are not compared yet.');
    return this.#suspects;
  }

  /** Removes what it kept on disk for itself. */
  async close(): Promise<void> {
    this.#controls?.texts.close();
    await this.#suspects?.close();
  }

  /** Throws Failure('input') when not one suspect file could be read. */
  requireSuspect(): void {
    if (this.inputs.some((input) => input.role === 'suspect')) return;
    throw new Failure(
      'input',
      `No file of the suspect could be read: ${this.request.suspects.join(', ')}. Inspect Dataset says why.`,
    );
  }
}

function describe(inputs: readonly RunInput[]): string {
  return inputs.map((input) => `${input.path}: ${input.shape.description}`).join('; ');
}
