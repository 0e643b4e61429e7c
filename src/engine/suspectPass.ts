/** The suspects' way past the originals, in blocks that fit the memory. */
import type { Explaining } from '../core/calibration/controlAnswers.js';
import { FindingKinds, TOO_FEW } from '../core/calibration/scarceKinds.js';
import { strataOf } from '../core/calibration/strata.js';
import type { RunWriter } from '../io/case/runWriter.js';
import { openDataset, type OpenDataset } from '../io/dataset/openDataset.js';
import type { FloorCounts } from '../shared/calibration.js';
import type { DatasetSummary, Response, Skipped } from '../shared/dataset.js';
import { Failure } from '../shared/failure.js';
import type { PromptPairing } from '../shared/match.js';
import type { Parameters } from '../shared/run.js';
import { ControlPrints } from './calibration/controlPrints.js';
import type { ControlSet } from './calibration/controlSet.js';
import { Floor, FLOOR_RESPONSES } from './calibration/floor.js';
import { explainersOf, type Judging } from './calibration/judgeControls.js';
import { Rarity } from './calibration/rarity.js';
import { FilesProgress } from './filesProgress.js';
import { runBlock } from './index/blockRun.js';
import type { PartRef } from './index/partMatcher.js';
import { BlockBuilder } from './index/suspects.js';
import type { SizedFile } from './inputs.js';
import type { Ledger } from './ledger.js';

/** A block may be larger by this share, if it is the last one then. */
const LITTLE = 0.1;

/** What is there before the suspects come, and where what they find goes. */
export interface Ready {
  readonly judging: Judging;
  readonly publicParts: readonly PartRef[];
  readonly controls: ControlSet | undefined;
  readonly ledger: Ledger;
  readonly writer: RunWriter;
  /** Counts and lists what was not read. */
  readonly skip: (skipped: readonly Skipped[]) => Promise<void>;
}

/** One pass of all suspects; {@link close} removes what it kept on disk. */
export class SuspectPass {
  /** How the suspects' prompts met the controls'. */
  readonly pairing = { equal: 0, near: 0, none: 0 };
  /** What the suspects' findings are written in. */
  readonly findings = new FindingKinds();
  readonly #rarity: Rarity | undefined;
  /** Records that are compared, if not all are. */
  readonly #only: ReadonlySet<number> | undefined;
  #drawn: Promise<Floor> | undefined;
  #floor: Floor | undefined;
  #block: BlockBuilder;

  constructor(private readonly ready: Ready) {
    const { controls, judging } = ready;
    if (controls) {
      const { comparing, pace, pool } = judging;
      const prints = () => ControlPrints.of(controls.texts, comparing, pool, pace);
      this.#rarity = new Rarity(comparing.parameters, prints);
    }
    const { suspectRecords } = this.#parameters;
    this.#only = suspectRecords && new Set(suspectRecords);
    this.#block = this.#newBlock();
  }

  /** Returns what was read of each file that could be read, in their order. Throws Failure. */
  async pass(files: readonly SizedFile[]): Promise<readonly DatasetSummary[]> {
    const { pace, most } = this.ready.judging;
    const progress = new FilesProgress('Comparing', files, pace);
    const summaries: DatasetSummary[] = [];
    let before = 0;
    for (const file of files) {
      const dataset = await this.#open(file);
      if (!dataset) continue;
      for await (const { responses, skipped, bytesDone } of dataset.batches()) {
        await this.ready.skip(skipped);
        for (const response of responses) await this.#add(response);
        this.#drawFloor();
        const perByte = this.#block.tokens / Math.max(1, bytesDone - before);
        // A little that is left is no reason to pass all originals once more.
        const left = file === files.at(-1) ? (file.bytes - bytesDone) * perByte : Infinity;
        if (this.#block.tokens < most || left < most * LITTLE) continue;
        await this.#compare((share) => progress.report(before + share * (bytesDone - before)));
        before = bytesDone;
      }
      summaries.push(dataset.summary());
      // The last block of a file waits for the next file's responses, so that small files share one.
      progress.report(before, true);
      before = 0;
    }
    await this.#addFloor();
    await this.#compare(() => undefined);
    return summaries;
  }

  /** What originals to different prompts share, where that was looked for. */
  get floor(): FloorCounts | undefined {
    return this.#floor?.counts();
  }

  async close(): Promise<void> {
    await this.#rarity?.close();
  }

  async #add(response: Response): Promise<void> {
    const { controls, judging } = this.ready;
    if (this.#only && !this.#only.has(response.address.record)) return;
    const explaining = await controls?.answers.forSuspect(response.prompt);
    const explainers = explainersOf(explaining, judging.known, response.text);
    this.#block.add(response, explainers, this.#paired(explaining));
    await judging.pace.breathe();
  }

  /** Counts how a prompt met the controls'; undefined without controls. */
  #paired(explaining: Explaining | undefined): PromptPairing | undefined {
    if (!explaining) return undefined;
    this.pairing[explaining.prompt]++;
    return { prompt: explaining.prompt, answers: explaining.texts.length };
  }

  /** Draws a floor while the suspects are read, where there are too few controls to say what findings are worth. */
  #drawFloor(): void {
    const { controls, judging } = this.ready;
    const calibrated = (controls?.askedPrompts ?? 0) >= TOO_FEW;
    if (judging.comparing.kind === 'outputs' || calibrated || this.#only) return;
    if (this.#drawn || this.#responses < FLOOR_RESPONSES) return;
    this.#drawn = Floor.draw(judging);
    // Whoever adds it hears of a failure; the suspects may fail before.
    this.#drawn.catch(() => undefined);
  }

  /** Adds the floor, if one was drawn, to the last block. */
  async #addFloor(): Promise<void> {
    this.#floor = (await this.#drawn)?.beside(this.#responses);
    this.#floor?.addTo(this.#block);
  }

  /** Of the suspect so far, with those of the block that is not compared yet. */
  get #responses(): number {
    return this.ready.ledger.counts().responses + this.#block.responses.length;
  }

  /** Compares the block, and begins a new one. */
  async #compare(progress: (share: number) => void): Promise<void> {
    const { controls, judging, ledger, publicParts, writer } = this.ready;
    const { comparing, pace, pool } = judging;
    const block = this.#block;
    if (block.responses.length === 0) return;
    const corpus = { ...judging.corpus, publicParts };
    let suspects = block.responses.length - (this.#floor?.size ?? 0);
    const outcomes = runBlock(block, corpus, pool, comparing, progress);
    for await (const outcome of this.#rarity?.mark(outcomes) ?? outcomes) {
      await pace.breathe();
      if (suspects-- <= 0) {
        this.#floor?.enter(outcome);
        continue;
      }
      ledger.enter(outcome);
      if (controls && outcome.matches[0]?.reported) this.findings.enter(strataOf(outcome.text));
      for (const match of outcome.matches) await writer.addMatch(match);
    }
    // What was compared is let go at once: controls and planted copies need its room.
    this.#block = this.#newBlock();
  }

  #newBlock(): BlockBuilder {
    const { comparing, corpus, pool } = this.ready.judging;
    return new BlockBuilder(comparing.kind, comparing.parameters, corpus.frequencies, pool);
  }

  get #parameters(): Parameters {
    return this.ready.judging.comparing.parameters;
  }

  /** A file that the user named must be readable; one that a folder holds is listed as skipped if it is not. */
  async #open(file: SizedFile): Promise<OpenDataset | undefined> {
    const { judging, skip } = this.ready;
    const { signal } = judging.pace.hooks;
    try {
      return await openDataset(file.path, { signal, shape: this.#parameters.suspectShape });
    } catch (error) {
      if (file.named || !(error instanceof Failure) || error.code !== 'input') throw error;
      await skip([{ path: file.path, reason: error.message }]);
      return undefined;
    }
  }
}
