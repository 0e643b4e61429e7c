/** One comparison by the engine, from checked inputs to the remembered run. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { CompareResult } from '../../shared/engineCalls.js';
import { Failure } from '../../shared/failure.js';
import type { Parameters, Progress, RunKind } from '../../shared/run.js';
import { caseFolderFor } from '../case/caseFolder.js';
import { ActionableFailure } from '../fail.js';
import { rememberedRun, type RememberedRun } from '../run/currentRun.js';
import type { Services } from '../services.js';
import { openFieldSettings } from '../settings.js';
import { oneLine, percent } from '../words.js';

export interface Comparison {
  readonly kind: RunKind;
  readonly suspect: string;
  readonly originals: readonly string[];
  readonly parameters: Parameters;
}

/** Runs the comparison under a progress notification and remembers it; throws Failure. */
export async function runComparison(services: Services, comparison: Comparison): Promise<RememberedRun> {
  const { kind, suspect, originals, parameters } = comparison;
  const caseDir = await caseFolderFor(suspect, services.context);
  const title = vscode.l10n.t('Comparing {0}', oneLine(path.basename(suspect), 60));
  const result = await services.messages.progress(title, async (progress, signal) => {
    const indexDir = path.join(services.context.globalStorageUri.fsPath, 'index');
    const request = { kind, suspects: [suspect], originals, caseDir, indexDir, parameters };
    const phases = new Phases(progress.report.bind(progress));
    return services.engine
      .call('compare', request, { signal, onProgress: (p) => phases.report(p) })
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

/** Turns progress of the engine's two phases into one growing percentage. */
class Phases {
  readonly #seen: string[] = [];

  constructor(private readonly say: (text: string, percent: number) => void) {}

  report({ phase, done, total }: Progress): void {
    if (!this.#seen.includes(phase)) this.#seen.push(phase);
    const share = total > 0 ? Math.min(1, done / total) : 0;
    const whole = (Math.min(this.#seen.length, 2) - 1) * 50 + share * 50;
    this.say(total > 0 ? vscode.l10n.t('{0} {1} %', phase, percent(share)) : phase, Math.min(whole, 100));
  }
}

/** A failure about an input whose fields were not found or not meant offers the settings that name them. */
function withRemedy(error: unknown): unknown {
  if (!(error instanceof Failure) || error.code !== 'input' || !/response/i.test(error.message)) return error;
  return new ActionableFailure(error.message, vscode.l10n.t('Choose Fields…'), openFieldSettings);
}

function sayDone({ messages }: Services, { manifest }: CompareResult): void {
  const { counts, notes } = manifest;
  const found = counts.identical + counts.normalised + counts['near-duplicate'] + counts.partial;
  messages.status(
    vscode.l10n.t(
      '{0} of {1} responses share text with originals',
      found.toLocaleString(),
      counts.responses.toLocaleString(),
    ),
  );
  for (const note of notes) void messages.info(note);
}
