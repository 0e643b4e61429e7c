/** Evidence that leaves the house, and the check of what came in. */
import path from 'node:path';
import * as vscode from 'vscode';
import { caseOfRun } from '../../io/case/paths.js';
import type { BundleCheck } from '../../shared/bundle.js';
import { cancelled } from '../../shared/failure.js';
import { ProgressWords } from '../compare/progressWords.js';
import type { Services } from '../services.js';
import { memoryFor } from '../settings.js';

/** Packs the run in `runDir` into a .zip that the user names. */
export async function exportBundle({ engine, messages }: Services, runDir: string): Promise<void> {
  const folder = path.dirname(caseOfRun(runDir));
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Evidence Bundle'),
    defaultUri: vscode.Uri.file(path.join(folder, `evidence-${path.basename(runDir)}.zip`)),
    filters: { [vscode.l10n.t('Evidence bundle')]: ['zip'] },
  });
  if (!target) throw cancelled();
  const yes = vscode.l10n.t('Export All Files');
  const question = vscode.l10n.t(
    'The bundle will hold every file that was compared, your originals included.',
  );
  const why = vscode.l10n.t('Whoever has it can make the comparison again, and read all of them.');
  if (!(await messages.confirm(question, why, yes))) throw cancelled();
  // The dialog has asked whether a file that is there may go.
  await vscode.workspace.fs.delete(target).then(undefined, () => undefined);
  const title = vscode.l10n.t('Exporting the evidence bundle');
  const done = await messages.progress(title, (progress, signal) => {
    const words = new ProgressWords(progress, 2);
    const request = { runDir, out: target.fsPath };
    return engine.call('bundle', request, { signal, onProgress: (p) => words.report(p) });
  });
  const show = vscode.l10n.t('Show in Folder');
  const said = vscode.l10n.t(
    '{0} files are in {1}. Anybody can check it with “Verify Evidence Bundle…”.',
    done.files,
    path.basename(target.fsPath),
  );
  void messages.info(said, show).then((chosen) => {
    if (chosen === show) void vscode.commands.executeCommand('revealFileInOS', target);
  });
}

/** Checks a bundle that the user names, and shows what agrees and what does not. */
export async function verifyBundle({ engine, messages }: Services): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Verify Evidence Bundle'),
    filters: { [vscode.l10n.t('Evidence bundle')]: ['zip'] },
    canSelectFolders: true,
    canSelectFiles: true,
  });
  if (!chosen?.[0]) throw cancelled();
  const bundle = chosen[0].fsPath;
  const request = { path: bundle, memory: memoryFor(vscode.Uri.file(bundle)) };
  const title = vscode.l10n.t('Verifying {0}', path.basename(bundle));
  const checks = await messages.progress(title, (progress, signal) => {
    const words = new ProgressWords(progress, 5);
    return engine.call('verify', request, { signal, onProgress: (p) => words.report(p) });
  });
  const failed = checks.filter(({ agrees }) => !agrees).length;
  const content = [bundle, '', ...checks.flatMap(lines)].join('\n') + '\n';
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
  await vscode.window.showTextDocument(document);
  if (failed === 0)
    void messages.info(vscode.l10n.t('All agrees: the run was made again from these files, byte for byte.'));
  else void messages.warn(vscode.l10n.t('{0} of {1} checks differ.', failed, checks.length));
}

function lines({ what, agrees, differences }: BundleCheck): string[] {
  const word = agrees ? vscode.l10n.t('agrees') : vscode.l10n.t('DIFFERS');
  return [`${word}: ${what}`, ...differences.map((difference) => `    ${difference}`)];
}
