/** Texts that reviewers excluded by hand, for the panel that excludes them and for the list of them. */
import * as vscode from 'vscode';
import { caseOfRun } from '../../io/case/paths.js';
import type { Exclusion, ExclusionEntry } from '../../shared/exclusion.js';
import { cancelled } from '../../shared/failure.js';
import { caseFolders } from '../case/caseFolder.js';
import { guarded } from '../fail.js';
import { VIEW_COMMANDS } from '../ids.js';
import type { Services } from '../services.js';
import { dateInWords, iconless, oneLine } from '../words.js';

/** Characters of a text that are shown in the list. */
const SHOWN = 120;

/** Records that a text is excluded in the case of the run in `dir`, and offers to compare again. */
export async function excludeText(services: Services, dir: string, exclusion: Exclusion): Promise<void> {
  const { engine, reviews } = services;
  const caseDir = caseOfRun(dir);
  await engine.call('exclude', { caseDir, ...exclusion, reviewer: await reviews.reviewer() });
  const said = vscode.l10n.t(
    'The text is excluded from the comparisons that follow. This run stays as it is.',
  );
  void guarded(services, () => offerAgain(services, caseDir, dir, said));
}

/** Lists what is excluded in the cases of this window; what is picked counts again after a question. */
export async function showExclusions(services: Services): Promise<void> {
  const { engine, messages, reviews, context, run } = services;
  const dir = run.get()?.dir;
  const cases = await Promise.all(
    caseFolders(context, dir).map(async (caseDir) => ({
      caseDir,
      ...(await engine.call('exclusions', { caseDir })),
    })),
  );
  const damages = cases.flatMap((one) => one.damages);
  for (const { path, line, reason } of damages)
    void messages.warn(vscode.l10n.t('{0}, line {1}: {2}. The line does not count.', path, line, reason));
  const items = cases.flatMap(({ caseDir, standing }) => standing.map((entry) => item(caseDir, entry)));
  if (items.length === 0) {
    const none = vscode.l10n.t('No text is excluded by hand.');
    const how = vscode.l10n.t('Select one in the panel of findings and press b.');
    void messages.info(`${none} ${how}`);
    return;
  }
  const placeHolder = vscode.l10n.t('Texts excluded by hand: pick one to let it count again');
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true });
  if (!picked) throw cancelled();
  const { caseDir, entry } = picked;
  const question = vscode.l10n.t('Let this text count again?');
  const detail = vscode.l10n.t('{0}\n\nBoth steps stay in the log of the case.', oneLine(entry.text, SHOWN));
  if (!(await messages.confirm(question, detail, vscode.l10n.t('Let It Count')))) throw cancelled();
  const reviewer = await reviews.reviewer();
  await engine.call('exclude', { ...{ caseDir, reviewer }, ...entry, reviewer, withdrawn: true });
  const said = vscode.l10n.t('The text counts again in the comparisons that follow.');
  void guarded(services, () => offerAgain(services, caseDir, dir, said));
}

function item(caseDir: string, entry: ExclusionEntry) {
  const { text, because, reviewer, time } = entry;
  return {
    label: iconless(oneLine(text, SHOWN)),
    description: because,
    detail: vscode.l10n.t('Excluded by {0}, {1}', reviewer, dateInWords(new Date(time))),
    caseDir,
    entry,
  };
}

async function offerAgain(
  { engine, messages }: Services,
  caseDir: string,
  dir: string | undefined,
  said: string,
): Promise<void> {
  const again = vscode.l10n.t('Compare Again');
  if ((await messages.info(said, again)) !== again) return;
  const runs = await engine.call('runs', { caseDirs: [caseDir] });
  const run = runs.find((one) => one.dir === dir);
  await vscode.commands.executeCommand(VIEW_COMMANDS.rerun, run);
}
