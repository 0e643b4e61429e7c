/** What one comparison has read and found so far. */
import { openDataset, type OpenDataset } from '../io/dataset/openDataset.js';
import { defaultIndexDir } from '../io/index/indexFolder.js';
import type { RunWriter } from '../io/case/runWriter.js';
import type { CompareRequest } from '../shared/engineCalls.js';
import type { ChanceCounts, FloorCounts } from '../shared/calibration.js';
import type { Planted } from '../shared/planted.js';
import type { ClosenessCounts } from '../shared/closeness.js';
import type { ShapeOverride, Skipped } from '../shared/dataset.js';
import type { InputRole, RunInput } from '../shared/run.js';
import { Failure } from '../shared/failure.js';
import type { Explaining } from '../core/calibration/controlAnswers.js';
import type { PromptPairing } from '../shared/match.js';
import { KnownTexts } from '../core/match/knownTexts.js';
import type { PublicFiles } from './publicTexts.js';
import { FindingKinds, TOO_FEW } from '../core/calibration/scarceKinds.js';
import { findingsOf } from '../core/calibration/sentences.js';
import { strataOf } from '../core/calibration/strata.js';
import { calibrate } from './calibration/calibrate.js';
import { compareOutputs } from './calibration/compareOutputs.js';
import type { ControlFiles } from './calibration/controlFiles.js';
import { readControls, type ControlSet } from './calibration/controlSet.js';
import { Floor, FLOOR_RESPONSES } from './calibration/floor.js';
import { explainersOf, type Judging } from './calibration/judgeControls.js';
import { Rarity } from './calibration/rarity.js';
import { readTemplates } from './explained/templates.js';
import { FilesProgress } from './filesProgress.js';
import type { Inputs, SizedFile } from './inputs.js';
import { Ledger } from './ledger.js';
import type { Pace } from './pace.js';
import { runBlock } from './index/blockRun.js';
import { countSeeds, type CountedCorpus } from './index/countSeeds.js';
import { ensureIndex } from './index/corpus.js';
import type { Pool } from './index/pool.js';
import type { Comparing } from './index/tasks.js';
import { ControlPrints } from './calibration/controlPrints.js';
import { BlockBuilder, blockTokens } from './index/suspects.js';
import type { PartRef } from './index/partMatcher.js';
import { plantCopies, PLANTED_ORIGINALS } from './planted/plantCopies.js';

/** A block may be larger by this share, if it is the last one then. */
const LITTLE = 0.1;

/** The state of one comparison while it runs. */
export class Comparison {
  readonly inputs: RunInput[] = [];
  readonly ledger = new Ledger();
  #corpus: CountedCorpus | undefined;
  #controls: ControlSet | undefined;
  #rarity: Rarity | undefined;
  #known: KnownTexts;
  #publicParts: readonly PartRef[] = [];
  /** How the suspects' prompts met the controls'. */
  readonly #pairing = { equal: 0, near: 0, none: 0 };
  /** What the suspects' findings are written in. */
  readonly #findings = new FindingKinds();
  #drawn: Promise<Floor> | undefined;
  #floor: Floor | undefined;

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

  async passSuspects(files: readonly SizedFile[], writer: RunWriter): Promise<void> {
    const { parameters } = this.request;
    const only = parameters.suspectRecords && new Set(parameters.suspectRecords);
    const progress = new FilesProgress('Comparing', files, this.pace);
    const most = this.#blockTokens;
    let block = this.#newBlock();
    let before = 0;
    for (const file of files) {
      const dataset = await this.#open(file, parameters.suspectShape, writer);
      if (!dataset) continue;
      for await (const batch of dataset.batches()) {
        await this.skip(batch.skipped, writer);
        for (const response of batch.responses) {
          if (only && !only.has(response.address.record)) continue;
          const explaining = await this.#controls?.answers.forSuspect(response.prompt);
          block.add(response, explainersOf(explaining, this.#known, response.text), this.#paired(explaining));
          await this.pace.breathe();
        }
        this.#drawFloor(block);
        const perByte = block.tokens / Math.max(1, batch.bytesDone - before);
        // A little that is left is no reason to pass all originals once more.
        const left = file === files.at(-1) ? (file.bytes - batch.bytesDone) * perByte : Infinity;
        if (block.tokens < most || left < most * LITTLE) continue;
        await this.#pass(block, writer, (share) =>
          progress.report(before + share * (batch.bytesDone - before)),
        );
        before = batch.bytesDone;
        block = this.#newBlock();
      }
      this.inputs.push({ role: 'suspect', ...dataset.summary() });
      // The last block of a file waits for the next file's responses, so that small files share one.
      progress.report(before, true);
      before = 0;
    }
    await this.#addFloor(block);
    await this.#pass(block, writer, () => undefined);
  }

  /** Draws a floor while the suspects are read, where there are too few controls to say what findings are worth. */
  #drawFloor(block: BlockBuilder): void {
    const { kind, parameters } = this.request;
    const calibrated = (this.#controls?.askedPrompts ?? 0) >= TOO_FEW;
    if (kind === 'outputs' || calibrated || parameters.suspectRecords) return;
    if (this.#drawn || this.#responses(block) < FLOOR_RESPONSES) return;
    this.#drawn = Floor.draw(this.#judging);
    // Whoever adds it hears of a failure; the suspects may fail before.
    this.#drawn.catch(() => undefined);
  }

  /** Adds the floor, if one was drawn, to the last block. */
  async #addFloor(block: BlockBuilder): Promise<void> {
    this.#floor = (await this.#drawn)?.beside(this.#responses(block));
    this.#floor?.addTo(block);
  }

  /** Of the suspect so far, with those of the block that is not compared yet. */
  #responses(block: BlockBuilder): number {
    return this.ledger.counts().responses + block.responses.length;
  }

  /** What originals to different prompts share, where that was looked for. */
  get floor(): FloorCounts | undefined {
    return this.#floor?.counts();
  }

  /** Reads the controls, if there are any; returns what the reader of the run must know of them. */
  async readControls(
    controlFiles: ControlFiles,
    files: Inputs,
    writer: RunWriter,
  ): Promise<readonly string[]> {
    const set = await readControls(controlFiles, files, this.#originals, this.#comparing, this.pace);
    if (set.texts.count > 0) {
      this.#controls = set;
      const prints = () => ControlPrints.of(set.texts, this.#comparing, this.pool, this.pace);
      this.#rarity = new Rarity(this.request.parameters, prints);
    } else set.texts.close();
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
    const { calibration, counts } = await calibrate(
      this.#controls,
      this.#pairing,
      this.#findings,
      this.#judging,
    );
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
      most: this.#blockTokens,
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

  /** Counts how a prompt met the controls'; undefined without controls. */
  #paired(explaining: Explaining | undefined): PromptPairing | undefined {
    if (!explaining) return undefined;
    this.#pairing[explaining.prompt]++;
    return { prompt: explaining.prompt, answers: explaining.texts.length };
  }

  get #blockTokens(): number {
    return blockTokens(this.request.memory, this.#controls?.texts.count);
  }

  #newBlock(): BlockBuilder {
    const { kind, parameters } = this.request;
    return new BlockBuilder(kind, parameters, this.#originals.frequencies, this.pool);
  }

  get #originals(): CountedCorpus {
    if (!this.#corpus) throw new Error('The originals are not indexed yet.');
    return this.#corpus;
  }

  async #pass(block: BlockBuilder, writer: RunWriter, progress: (share: number) => void): Promise<void> {
    if (block.responses.length === 0) return;
    const comparing = this.#comparing;
    const corpus = { ...this.#originals, publicParts: this.#publicParts };
    let suspects = block.responses.length - (this.#floor?.size ?? 0);
    const outcomes = runBlock(block, corpus, this.pool, comparing, progress);
    for await (const outcome of this.#rarity?.mark(outcomes) ?? outcomes) {
      await this.pace.breathe();
      if (suspects-- <= 0) {
        this.#floor?.enter(outcome);
        continue;
      }
      this.ledger.enter(outcome);
      if (this.#controls && outcome.matches[0]?.reported) this.#findings.enter(strataOf(outcome.text));
      for (const match of outcome.matches) await writer.addMatch(match);
    }
  }

  /** Removes what it kept on disk for itself. */
  async close(): Promise<void> {
    this.#controls?.texts.close();
    await this.#rarity?.close();
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
      await this.skip([{ path: file.path, reason: error.message }], writer);
      return undefined;
    }
  }
}

function describe(inputs: readonly RunInput[]): string {
  return inputs.map((input) => `${input.path}: ${input.shape.description}`).join('; ');
}
