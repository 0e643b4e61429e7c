/** What can be done with runs in their tree. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { ListedRun, RunSummary } from '../../shared/caseRuns.js';
import { cancelled, Failure } from '../../shared/failure.js';
import type { ReportDone } from '../../shared/report.js';
import { isIndex, isObject } from '../checks.js';
import { ProgressWords } from '../compare/progressWords.js';
import { mustExist, runComparison } from '../compare/run.js';
import { indexFolder } from '../originalsIndex/indexFolder.js';
import type { Panels } from '../panel/panels.js';
import type { PlaceArgument } from '../commands/placeArgument.js';
import { rememberedRun } from '../run/currentRun.js';
import type { Services } from '../services.js';
import { memoryFor } from '../settings.js';
import { dateInWords } from '../words.js';
import { exportBundle } from './bundleCommands.js';
import type { DifferenceTree } from './differenceTree.js';
import { exportReport } from './exportReport.js';
import { resultInWords, suspectLabel } from './runItem.js';
import type { RunsTree } from './runsTree.js';

export class RunCommands {
  constructor(
    private readonly services: Services,
    private readonly panels: Panels,
    private readonly tree: RunsTree,
    private readonly differences: DifferenceTree,
  ) {}

  /** Makes it the current run and shows its findings. */
  async open(argument: unknown): Promise<void> {
    await this.#show((await this.#named(argument)).dir);
  }

  /** Compares the same files with the same parameters again. */
  async rerun(argument: unknown): Promise<void> {
    const { kind, suspects, originals, controls, families, templates, publicTexts, parameters } =
      await this.#named(argument);
    await mustExist([...suspects, ...originals, ...controls, ...templates, ...publicTexts]);
    const files = { suspects, originals, controls, families, templates, publicTexts };
    const run = await runComparison(this.services, { kind, ...files, parameters });
    await this.panels.show(run.dir);
  }

  /** Plants copies of the originals of the named run, else of the current one, and shows how many would be found. */
  async test(argument: unknown): Promise<void> {
    const { engine, messages, context } = this.services;
    const dir = await this.#dirOf(argument);
    const request = { dir, indexDir: indexFolder(context), memory: memoryFor(vscode.Uri.file(dir)) };
    const title = vscode.l10n.t('Testing what would be found');
    await messages.progress(title, (progress, signal) => {
      const words = new ProgressWords(progress, 3);
      return engine.call('plant', request, { signal, onProgress: (p) => words.report(p) });
    });
    await this.#show(dir);
  }

  /** Writes the report of the named run, else of the current one; resolves with what was written. */
  async report(argument: unknown, wish: unknown): Promise<ReportDone> {
    return exportReport(this.services, await this.#dirOf(argument), wish);
  }

  /** Packs the named run, else the current one, with every file that was compared. */
  async bundle(argument: unknown): Promise<void> {
    await exportBundle(this.services, await this.#dirOf(argument));
  }

  async reveal(argument: unknown): Promise<void> {
    const run = await this.#listed(argument);
    await vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(path.join(run.dir, 'run.json')));
  }

  /** Deletes runs after a question: to the trash where there is one. */
  async delete(argument: unknown, selected: unknown): Promise<void> {
    const { messages, engine } = this.services;
    const chosen = listedRuns(selected);
    const runs = chosen.length > 0 ? chosen : [await this.#listed(argument)];
    const question =
      runs.length === 1
        ? vscode.l10n.t('Delete this run?')
        : vscode.l10n.t('Delete these {0} runs?', runs.length.toLocaleString());
    const detail = vscode.l10n.t(
      '{0}\n\nVerdicts are kept in a folder of their own and stay. The datasets are not touched.',
      runs.map((run) => nameOf(run)).join('\n'),
    );
    if (!(await messages.confirm(question, detail, vscode.l10n.t('Delete')))) throw cancelled();
    for (const { dir } of runs) {
      await engine.closeRun(dir);
      if (this.services.run.get()?.dir === dir) await this.services.run.set(undefined);
      await remove(vscode.Uri.file(dir));
      this.panels.close(dir);
    }
    this.tree.refresh();
  }

  /** Shows what is new, gone and changed between two runs: those that are selected, or the named one and one that is picked. */
  async compare(argument: unknown, selected: unknown): Promise<void> {
    const two = listedRuns(selected).filter(isWhole);
    const [first, second] = two.length === 2 ? two : await this.#pickTwo(argument);
    const [before, after] = [first!, second!].sort((a, b) => time(a) - time(b));
    await this.differences.compare(before!, after!);
  }

  /** Shows a pair of the compared runs in the panel. */
  async openDifference(argument: unknown): Promise<void> {
    const { compared } = this.differences;
    if (!compared || !isObject(argument)) return;
    const { run, finding, index } = argument;
    if (!isIndex(finding) || !isIndex(index)) return;
    await this.#show((run === 'before' ? compared.before : compared.after).dir, { finding, index });
  }

  async #show(dir: string, place?: PlaceArgument): Promise<void> {
    const manifest = await this.services.engine.openRun(dir);
    if (this.services.run.get()?.dir !== dir) await this.services.run.set(rememberedRun(manifest, dir));
    await this.panels.show(dir, place);
  }

  async #pickTwo(argument: unknown): Promise<RunSummary[]> {
    const runs = (await this.tree.getChildren()).filter(isWhole);
    if (runs.length < 2) {
      throw new Failure(
        'usage',
        vscode.l10n.t('There is only one run. Compare once more, then two runs can be compared.'),
      );
    }
    const named = listedRuns([argument])[0];
    const later =
      named && !('reason' in named)
        ? named
        : await pickRun(runs, vscode.l10n.t('Which run is to be compared?'));
    const others = runs.filter((run) => run.dir !== later.dir);
    return [await pickRun(others, vscode.l10n.t('Compare {0} with which run?', nameOf(later))), later];
  }

  /** The folder of the run that was named, else of the current one, else of one that is picked. */
  async #dirOf(argument: unknown): Promise<string> {
    const [named] = listedRuns([argument]);
    return named?.dir ?? this.services.run.get()?.dir ?? (await this.#named(undefined)).dir;
  }

  /** The run that was named and can be read, else one that is picked. */
  async #named(argument: unknown): Promise<RunSummary> {
    const run = await this.#listed(argument);
    if ('reason' in run) throw new Failure('case', run.reason);
    return run;
  }

  async #listed(argument: unknown): Promise<ListedRun> {
    const [named] = listedRuns([argument]);
    if (named) return named;
    const runs = (await this.tree.getChildren()).filter(isWhole);
    if (runs.length === 0) {
      throw new Failure(
        'usage',
        vscode.l10n.t('There are no runs yet. Run “Compare Dataset with Originals…” first.'),
      );
    }
    return pickRun(runs, vscode.l10n.t('Which run?'));
  }
}

function isWhole(run: ListedRun): run is RunSummary {
  return !('reason' in run);
}

/** Which of the values are runs of the tree. */
function listedRuns(values: unknown): ListedRun[] {
  if (!Array.isArray(values)) return [];
  return values.filter(
    (value): value is ListedRun =>
      isObject(value) && typeof value['dir'] === 'string' && ('reason' in value || 'counts' in value),
  );
}

async function pickRun(runs: readonly RunSummary[], placeHolder: string): Promise<RunSummary> {
  const items = runs.map((run) => ({
    run,
    label: suspectLabel(run),
    description: run.started === undefined ? run.run : dateInWords(new Date(run.started)),
    detail: vscode.l10n.t('{0} responses share text with originals', resultInWords(run)),
  }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (!picked) throw cancelled();
  return picked.run;
}

function nameOf(run: ListedRun): string {
  if ('reason' in run) return path.basename(run.dir);
  const when = run.started === undefined ? run.run : dateInWords(new Date(run.started));
  return `${suspectLabel(run)}, ${when}`;
}

function time({ started }: RunSummary): number {
  return Date.parse(started ?? '1970-01-01');
}

/** Remote and browser windows have no trash. */
async function remove(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri, { recursive: true, useTrash: true });
  } catch {
    await vscode.workspace.fs.delete(uri, { recursive: true });
  }
}
