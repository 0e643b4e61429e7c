/** The independent answers of a run, read into memory. */
import path from 'node:path';
import { ControlAnswers } from '../../core/calibration/controlAnswers.js';
import { openDataset } from '../../io/dataset/openDataset.js';
import type { DatasetSummary, Response, ShapeOverride, Skipped } from '../../shared/dataset.js';
import { Failure } from '../../shared/failure.js';
import type { Parameters } from '../../shared/run.js';
import type { Inputs, SizedFile } from '../inputs.js';
import type { Pace } from '../pace.js';
import { ContentDigest } from './contentDigest.js';
import type { ControlFile, ControlFiles } from './controlFiles.js';

/** One independent answer and the source it comes from. */
export interface ControlResponse {
  readonly response: Response;
  readonly file: ControlFile;
}

export interface ControlSet {
  readonly answers: ControlAnswers;
  /** In the order of paths and records. */
  readonly responses: readonly ControlResponse[];
  readonly summaries: readonly (DatasetSummary & { readonly family: string })[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
}

/**
 * Reads all controls. A file with the same answers as the suspect, an original or an earlier control is left out with
 * a note: a copy would explain everything that it is a copy of, and is no independent source. Throws Failure.
 */
export async function readControls(
  { files, skipped, notes }: ControlFiles,
  others: Inputs,
  originals: ReadonlyMap<string, string>,
  parameters: Parameters,
  pace: Pace,
): Promise<ControlSet> {
  const reading = new Reading(pace, [...files, ...others.suspects]);
  const known = new Map<string, string>();
  if (files.length > 0)
    for (const suspect of others.suspects) {
      const read = await reading.read(suspect, parameters.suspectShape);
      if (read?.digest !== undefined) known.set(read.digest, 'the suspect');
    }
  const answers = new ControlAnswers(parameters.normalise);
  const responses: ControlResponse[] = [];
  const summaries: (DatasetSummary & { family: string })[] = [];
  const said = [...notes];
  for (const file of files) {
    const read = await reading.read(file, parameters.controlsShape, true);
    if (!read) continue;
    const twin = (read.digest && known.get(read.digest)) ?? originals.get(read.summary.sha256);
    if (twin !== undefined) {
      said.push(
        `${path.basename(file.path)} holds the same answers as ${twin} and was left out of the controls.`,
      );
      continue;
    }
    if (read.digest !== undefined) known.set(read.digest, path.basename(file.path));
    summaries.push({ ...read.summary, family: file.family });
    for (const response of read.responses) {
      responses.push({ response, file });
      answers.add(file.family, response.prompt, response.text);
      await pace.breathe();
    }
  }
  return { answers, responses, summaries, skipped: [...skipped, ...reading.skipped], notes: said };
}

interface Read {
  readonly digest: string | undefined;
  readonly responses: readonly Response[];
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

  /** Undefined for a file of a folder that cannot be read, which is listed as skipped. */
  async read(file: SizedFile, shape: ShapeOverride | undefined, keep = false): Promise<Read | undefined> {
    const digest = new ContentDigest();
    const responses: Response[] = [];
    try {
      const dataset = await openDataset(file.path, { signal: this.pace.hooks.signal, shape });
      for await (const batch of dataset.batches()) {
        if (keep) this.skipped.push(...batch.skipped);
        for (const response of batch.responses) {
          digest.add(response);
          if (keep) responses.push(response);
          await this.pace.breathe();
        }
        this.#report(batch.bytesDone);
      }
      return { digest: digest.value, responses, summary: dataset.summary() };
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
