/** Gathers the answers of all sources of a model-output run, and sets them beside each other. */
import path from 'node:path';
import { PromptKeys } from '../../core/calibration/promptKeys.js';
import { compareSources, type AnsweringSource } from '../../core/closeness/matrix.js';
import { AnswerShingles, OneAnswerEach } from '../../core/closeness/promptAnswers.js';
import { PromptHashes } from '../../core/closeness/promptHashes.js';
import { toCasePath } from '../../io/case/paths.js';
import { openDataset } from '../../io/dataset/openDataset.js';
import type { Response } from '../../shared/dataset.js';
import type { Closeness, ClosenessCounts } from '../../shared/closeness.js';
import { Failure } from '../../shared/failure.js';
import type { Parameters } from '../../shared/run.js';
import type { Inputs, SizedFile } from '../inputs.js';
import type { Pace } from '../pace.js';
import type { ControlFile } from './controlFiles.js';
import type { ControlTexts } from './controlTexts.js';

/** Prompts compared at most, the first by hash: with more the intervals hardly change, and the time does. */
const MOST_PROMPTS = 5000;

/** Returns closeness.json and the essentials of run.json. Throws the cancelled failure. */
export async function compareOutputs(
  files: Inputs,
  controls: ControlTexts | undefined,
  parameters: Parameters,
  caseDir: string,
  pace: Pace,
): Promise<{ readonly closeness: Closeness; readonly counts: ClosenessCounts }> {
  const { suspects } = files;
  const reading = new Reading(parameters, pace, [...files.originals, ...suspects, ...files.originals]);
  const asked = new PromptHashes();
  const answered = new PromptHashes();
  await reading.answers(files.originals, parameters.originalsShape, (key) => {
    asked.add(key);
    return false;
  });
  const inBoth = (key: string): boolean => {
    if (!asked.has(key)) return false;
    answered.add(key);
    return true;
  };
  const suspect = await reading.answers(suspects, parameters.suspectShape, inBoth, true);
  const prompts = suspect.keys;
  const wanted = new Set(prompts);
  const originals = await reading.answers(files.originals, parameters.originalsShape, (key) =>
    wanted.has(key),
  );
  const shingles = new AnswerShingles(parameters.normalise);
  const named = (side: readonly SizedFile[]) => namesOf(side.map((file) => toCasePath(caseDir, file.path)));
  const sources: AnsweringSource[] = [
    { role: 'suspect', ...named(files.suspects), answers: suspect.shingled(prompts, shingles) },
    { role: 'original', ...named(files.originals), answers: originals.shingled(prompts, shingles) },
  ];
  const keys = new PromptKeys(parameters.normalise);
  const byFile = new Map<ControlFile, OneAnswerEach>();
  for (const { prompt, text, file } of controls?.each() ?? []) {
    await pace.breathe();
    const key = keys.of(prompt);
    let answers = byFile.get(file);
    if (!answers) byFile.set(file, (answers = new OneAnswerEach()));
    if (wanted.has(key)) answers.add(key, prompt, text);
  }
  const place = ({ family, path: own }: ControlFile) => `${family}\0${toCasePath(caseDir, own)}`;
  for (const [file, answers] of [...byFile].sort(([a], [b]) => (place(a) < place(b) ? -1 : 1))) {
    const { family } = file;
    const own = answers.shingled(prompts, shingles);
    sources.push({ role: 'control', ...named([file]), family, answers: own });
    await pace.breathe();
  }
  return compareSources(sources, answered.size, () => pace.breathe());
}

/** Files that are named of a side of many. */
const NAMED = 3;

/** How a source of these files is called, whatever order they were given in. */
function namesOf(casePaths: readonly string[]): Pick<AnsweringSource, 'source' | 'path'> {
  const paths = [...casePaths].sort();
  const names = paths.slice(0, NAMED).map((one) => path.posix.basename(one));
  const more = paths.length > NAMED ? `, … (${paths.length})` : '';
  return { source: names.join(', ') + more, ...(paths.length === 1 && { path: paths[0]! }) };
}

/** Reads one side's answers again, of the first prompts by hash: the comparison before held a block of them at a time. */
class Reading {
  readonly #total: number;
  #before = 0;

  constructor(
    readonly parameters: Parameters,
    readonly pace: Pace,
    files: readonly SizedFile[],
  ) {
    this.#total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  async answers(
    files: readonly SizedFile[],
    shape: Parameters['suspectShape'],
    wanted: (key: string) => boolean,
    chosenRecords = false,
  ): Promise<OneAnswerEach> {
    const { normalise, suspectRecords } = this.parameters;
    const keys = new PromptKeys(normalise);
    const only = chosenRecords && suspectRecords ? new Set(suspectRecords) : undefined;
    const answers = new OneAnswerEach(MOST_PROMPTS);
    for (const file of files) {
      for await (const { prompt, text, address } of this.#responses(file, shape)) {
        if (only && !only.has(address.record)) continue;
        const key = keys.of(prompt);
        if (key !== '' && wanted(key)) answers.add(key, prompt, text);
        await this.pace.breathe();
      }
      this.#before += file.bytes;
    }
    return answers;
  }

  /** A file of a folder that cannot be read is listed as skipped already. */
  async *#responses(file: SizedFile, shape: Parameters['suspectShape']): AsyncGenerator<Response> {
    try {
      const dataset = await openDataset(file.path, { signal: this.pace.hooks.signal, shape });
      for await (const { responses, bytesDone } of dataset.batches()) {
        yield* responses;
        const done = this.#before + bytesDone;
        this.pace.report({ phase: 'Reading all sources', done, total: this.#total, unit: 'bytes' });
      }
    } catch (error) {
      if (file.named || !(error instanceof Failure) || error.code !== 'input') throw error;
    }
  }
}
