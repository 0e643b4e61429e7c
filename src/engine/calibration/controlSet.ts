/** The independent answers of a run. */
import path from 'node:path';
import { ControlAnswers } from '../../core/calibration/controlAnswers.js';
import { toCasePath } from '../../io/case/paths.js';
import { writingCase } from '../../io/case/writingCase.js';
import { openDataset } from '../../io/dataset/openDataset.js';
import type { DatasetSummary, Response, ShapeOverride, Skipped } from '../../shared/dataset.js';
import { Failure } from '../../shared/failure.js';
import { count, whole } from '../../core/wording/numbers.js';
import type { Inputs, SizedFile } from '../inputs.js';
import type { Corpus } from '../index/corpus.js';
import type { Comparing } from '../index/tasks.js';
import type { Pace } from '../pace.js';
import { ContentDigest } from './contentDigest.js';
import type { ControlFiles } from './controlFiles.js';
import { ControlTexts } from './controlTexts.js';
import { OriginalsHeld } from './originalsHeld.js';

/** A file of controls of which so many longer answers, and so large a share, are originals is none. */
const FEWEST_COPIES = 2;
const COPIED = 0.1;

export interface ControlSet {
  readonly answers: ControlAnswers;
  /** In the order of paths and records. */
  readonly texts: ControlTexts;
  /** Per answer 1 if the originals have its prompt, and how many different prompts of the answers they have. */
  readonly asked: Uint8Array;
  readonly askedPrompts: number;
  readonly summaries: readonly (DatasetSummary & { readonly family: string })[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
}

/**
 * Reads all controls. A file with the same answers as the suspect or an earlier control, and one of which a tenth of the
 * longer answers are originals, is left out with a note: a copy would explain everything that it is a copy of, and is no
 * independent source. Whoever asked closes the texts. Throws Failure.
 */
export async function readControls(
  controls: ControlFiles,
  others: Inputs,
  originals: Corpus,
  comparing: Comparing,
  pace: Pace,
): Promise<ControlSet> {
  const texts = new ControlTexts(comparing.caseDir);
  try {
    return await readInto(texts, controls, others, originals, comparing, pace);
  } catch (error) {
    texts.close();
    throw error;
  }
}

async function readInto(
  texts: ControlTexts,
  { files, skipped, notes }: ControlFiles,
  others: Inputs,
  originals: Corpus,
  { kind, parameters, caseDir, pathsCase }: Comparing,
  pace: Pace,
): Promise<ControlSet> {
  const held = new OriginalsHeld(originals.parts, kind, parameters.normalise, pace);
  const reading = new Reading(pace, [...files, ...others.suspects]);
  const known = new Map<string, string>();
  const original = (sha256: string): string | undefined => {
    const summary = originals.summaries.find((one) => one.sha256 === sha256);
    return summary && toCasePath(pathsCase, summary.path);
  };
  if (files.length > 0)
    for (const suspect of others.suspects) {
      const read = await reading.read(suspect, parameters.suspectShape);
      if (read?.digest !== undefined) known.set(read.digest, 'the suspect');
    }
  const answers = new ControlAnswers(parameters.normalise, texts, () => pace.breathe());
  const summaries: (DatasetSummary & { family: string })[] = [];
  const said = [...notes];
  for (const file of files) {
    const before = texts.count;
    texts.begin(file);
    const keep = (responses: readonly Response[]): Promise<void> =>
      writingCase(caseDir, () => {
        for (const { prompt, text } of responses) texts.add(prompt, text);
      });
    const read = await reading.read(file, parameters.controlsShape, keep);
    const twin = read && ((read.digest && known.get(read.digest)) ?? original(read.summary.sha256));
    if (!read || twin !== undefined) texts.forget();
    if (!read) continue;
    if (twin !== undefined) {
      said.push(
        `${path.basename(file.path)} holds the same answers as ${twin} and was left out of the controls.`,
      );
      continue;
    }
    const { long, copied } = await held.copies(textsOf(texts, before));
    if (copied >= FEWEST_COPIES && copied >= COPIED * long) {
      texts.forget();
      said.push(
        `${path.basename(file.path)}, of whose ${count(long, 'longer answer')} ${whole(copied)} are originals, was left out of the controls.`,
      );
      continue;
    }
    if (read.digest !== undefined) known.set(read.digest, path.basename(file.path));
    summaries.push({ ...read.summary, family: file.family });
    for (let answer = before; answer < texts.count; answer++) {
      answers.add(file.family);
      await pace.breathe();
    }
  }
  const { asked, different } = await held.asked(promptsOf(texts));
  return {
    ...{ answers, texts, asked, askedPrompts: different, summaries },
    ...{ skipped: [...skipped, ...reading.skipped], notes: said },
  };
}

function* textsOf(texts: ControlTexts, from: number): Generator<string> {
  for (let answer = from; answer < texts.count; answer++) yield texts.at(answer).text;
}

function* promptsOf(texts: ControlTexts): Generator<string> {
  for (let answer = 0; answer < texts.count; answer++) yield texts.at(answer).prompt;
}

interface Read {
  readonly digest: string | undefined;
  readonly summary: DatasetSummary;
}

/** Reads whole files, with progress over all of them. */
class Reading {
  readonly skipped: Skipped[] = [];
  readonly #total: number;
  #before = 0;

  constructor(
    readonly pace: Pace,
    files: readonly SizedFile[],
  ) {
    this.#total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Undefined for a file of a folder that cannot be read, which is listed as skipped; `keep` is given what it holds. */
  async read(
    file: SizedFile,
    shape: ShapeOverride | undefined,
    keep?: (responses: readonly Response[]) => Promise<void>,
  ): Promise<Read | undefined> {
    const digest = new ContentDigest();
    try {
      const dataset = await openDataset(file.path, { signal: this.pace.hooks.signal, shape });
      for await (const batch of dataset.batches()) {
        if (keep) this.skipped.push(...batch.skipped);
        for (const response of batch.responses) {
          digest.add(response);
          await this.pace.breathe();
        }
        await keep?.(batch.responses);
        this.#report(batch.bytesDone);
      }
      return { digest: digest.value, summary: dataset.summary() };
    } catch (error) {
      if (file.named || !(error instanceof Failure) || error.code !== 'input') throw error;
      if (keep) this.skipped.push({ path: file.path, reason: error.message });
      return undefined;
    } finally {
      this.#before += file.bytes;
    }
  }

  #report(bytes: number): void {
    const done = this.#before + bytes;
    this.pace.report({ phase: 'Reading controls', done, total: this.#total, unit: 'bytes' });
  }
}
