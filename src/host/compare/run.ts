/** One comparison by the engine, from checked inputs to the remembered run. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ComparedFiles } from '../../shared/caseRuns.js';
import type { CompareResult } from '../../shared/engineCalls.js';
import { Failure } from '../../shared/failure.js';
import type { Parameters, RunKind } from '../../shared/run.js';
import { caseFolderFor } from '../case/caseFolder.js';
import { ActionableFailure } from '../fail.js';
import { indexFolder } from '../originalsIndex/indexFolder.js';
import { rememberedRun, type RememberedRun } from '../run/currentRun.js';
import type { Services } from '../services.js';
import { memoryFor, openFieldSettings } from '../settings.js';
import { oneLine } from '../words.js';
import { ProgressWords } from './progressWords.js';

export interface Comparison extends ComparedFiles {
  readonly kind: RunKind;
  readonly parameters: Parameters;
}

/** Runs the comparison under a progress notification and remembers it; throws Failure. */
export async function runComparison(services: Services, comparison: Comparison): Promise<RememberedRun> {
  const { suspects, controls, kind } = comparison;
  const caseDir = await caseFolderFor(suspects[0]!, services.context);
  const memory = memoryFor(vscode.Uri.file(suspects[0]!));
  const title = vscode.l10n.t('Comparing {0}', oneLine(path.basename(suspects[0]!), 60));
  const result = await services.messages.progress(title, async (progress, signal) => {
    const indexDir = indexFolder(services.context);
    const request = { ...comparison, caseDir, indexDir, memory };
    const phases =
      (controls.length > 0 ? 4 : 2) +
      (comparison.templates.length > 0 ? 1 : 0) +
      (comparison.publicTexts.length > 0 ? 1 : 0) +
      (kind === 'outputs' ? 1 : 0);
    const words = new ProgressWords(progress, phases);
    return services.engine
      .call('compare', request, { signal, onProgress: (p) => words.report(p) })
      .catch((error: unknown) => {
        throw withRemedy(error);
      });
  });
  const run = rememberedRun(result.manifest, result.dir);
  await services.run.set(run);
  sayDone(services, result);
  return run;
}

/** Throws a failure that says which path is gone. */
export async function mustExist(paths: readonly string[]): Promise<void> {
  for (const file of paths) {
    if (await stat(file).catch(() => undefined)) continue;
    throw new Failure(
      'input',
      vscode.l10n.t('{0} is not there any more. Choose the file again where it lies now.', file),
    );
  }
}

/** A failure about an input whose fields were not found or not meant offers the settings that name them. */
function withRemedy(error: unknown): unknown {
  if (!(error instanceof Failure) || error.code !== 'input' || !/response/i.test(error.message)) return error;
  return new ActionableFailure(error.message, vscode.l10n.t('Choose Fields…'), openFieldSettings);
}

function sayDone({ messages }: Services, { manifest, notes }: CompareResult): void {
  const { counts } = manifest;
  const found = counts.identical + counts.normalised + counts['near-duplicate'] + counts.partial;
  messages.status(
    vscode.l10n.t(
      '{0} of {1} responses share text with originals',
      found.toLocaleString(),
      counts.responses.toLocaleString(),
    ),
  );
  for (const note of [...manifest.notes, ...notes]) void messages.info(note);
}
