/** Offers, once in a workspace, to keep the case folder out of git. */
import { appendFile, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { CASE_FOLDER } from '../../io/case/paths.js';
import { MEMORY } from '../ids.js';
import type { Services } from '../services.js';

const LINE = `${CASE_FOLDER}/`;

/** Asks if the folder of `caseDir` is a git repository whose .gitignore does not name the case folder yet. */
export async function offerGitignore({ context, messages }: Services, caseDir: string): Promise<void> {
  const folder = path.dirname(caseDir);
  if (context.workspaceState.get(MEMORY.gitignoreOffered) === true) return;
  if (!(await stat(path.join(folder, '.git')).catch(() => undefined))) return;
  const file = path.join(folder, '.gitignore');
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text.split(/\r?\n/).some((line) => line.replaceAll('/', '').trim() === CASE_FOLDER)) return;
  await context.workspaceState.update(MEMORY.gitignoreOffered, true);
  const add = vscode.l10n.t('Add to .gitignore');
  const chosen = await messages.info(
    vscode.l10n.t('Results are kept in {0}. Keep that folder out of git?', LINE),
    add,
    vscode.l10n.t('No'),
  );
  if (chosen === add) await appendFile(file, `${text === '' || text.endsWith('\n') ? '' : '\n'}${LINE}\n`);
}
