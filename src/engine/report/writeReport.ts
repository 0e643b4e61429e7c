/** Writes the report of a run: whole or not at all, and the same bytes for the same run and verdicts. */
import { open, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { caseOfRun, exclusionsDir, runsDir, verdictsDir } from '../../io/case/paths.js';
import { temporaryName } from '../../io/temporary.js';
import { writing } from '../../io/writeFailure.js';
import { Failure, throwIfCancelled } from '../../shared/failure.js';
import { MOST_IN_HTML, type ReportDone, type ReportFormat, type ReportRequest } from '../../shared/report.js';
import { OpenRuns } from '../openRuns.js';
import { Pace, type Hooks } from '../pace.js';
import type { RunModel } from '../runModel.js';
import { csvReport } from './csv.js';
import { gather, type Report } from './gather.js';
import { htmlReport } from './html.js';
import { jsonlReport } from './jsonl.js';
import { sarifReport } from './sarif.js';

/** Each gives the text of its file, a piece at a time. */
const FORMATS: Readonly<Record<ReportFormat, (report: Report) => AsyncGenerator<string>>> = {
  html: htmlReport,
  csv: csvReport,
  jsonl: jsonlReport,
  sarif: sarifReport,
};

/** Characters that are written at once. */
const BLOCK = 1 << 20;

/**
 * Writes the report that was asked for. Throws Failure: 'usage' where it would replace a file that was compared or one
 * of the case's own, 'case' where the run cannot be read or the file not be written, 'cancelled'. Nothing half-written
 * is left.
 */
export async function writeReport(request: ReportRequest, hooks: Hooks): Promise<ReportDone> {
  const { dir, format, out } = request;
  const most = request.most ?? (format === 'html' ? MOST_IN_HTML : Infinity);
  const pace = new Pace(hooks);
  const runs = new OpenRuns();
  try {
    const run = await runs.open(dir, pace, true);
    await refuseToReplace(run.model, out);
    const report = await gather(run, most, pace);
    await writeWhole(out, FORMATS[format](report), hooks.signal);
    return { out, findings: report.count, leftOut: report.total - report.count };
  } finally {
    await runs.close();
  }
}

/** A slip of the hand must not cost a dataset, a run or a verdict. */
async function refuseToReplace(model: RunModel, out: string): Promise<void> {
  const target = await real(out);
  const caseDir = caseOfRun(model.dir);
  for (const { path: input } of model.absoluteManifest().inputs) {
    if (target === (await real(input)))
      throw new Failure('usage', `${out} is a file that was compared. Choose another name for the report.`);
  }
  for (const folder of [runsDir(caseDir), verdictsDir(caseDir), exclusionsDir(caseDir)]) {
    if (target.startsWith((await real(folder)) + path.sep))
      throw new Failure('usage', `${folder} holds the case itself. Choose another folder for the report.`);
  }
}

/** Where a path leads, whether or not there is a file yet. */
async function real(file: string): Promise<string> {
  return realpath(file).catch(async () => {
    const folder = path.dirname(file);
    return folder === file ? file : path.join(await real(folder), path.basename(file));
  });
}

async function writeWhole(out: string, pieces: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
  const scratch = temporaryName(out);
  const write = <T>(work: () => Promise<T>) =>
    writing(`The report ${out}`, 'Choose another place for it.', work);
  try {
    const file = await write(() => open(scratch, 'wx'));
    try {
      let waiting = '';
      for await (const piece of pieces) {
        waiting += piece;
        if (waiting.length < BLOCK) continue;
        await write(() => file.writeFile(waiting));
        waiting = '';
      }
      await write(() => file.writeFile(waiting));
    } finally {
      await file.close();
    }
    throwIfCancelled(signal);
    await write(() => rename(scratch, out));
  } catch (error) {
    await rm(scratch, { force: true });
    throw error;
  }
}
