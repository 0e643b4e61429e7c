/** Offers, once in a workspace, to keep the results out of git, and says what of the originals they hold. */
import { appendFile, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { CASE_FOLDER } from '../../io/case/paths.js';
import { writing } from '../../io/writeFailure.js';
import { MEMORY } from '../ids.js';
import type { Services } from '../services.js';

/** Asks if the case folder lies in a git repository that does not ignore it yet. */
export async function offerGitignore(
  { context, messages }: Services,
  caseDir: string,
  originals: readonly string[],
): Promise<void> {
  if (context.workspaceState.get(MEMORY.gitignoreOffered) === true) return;
  const folder = path.dirname(caseDir);
  const repository = await repositoryOf(folder);
  if (repository === undefined || (await isIgnored(repository, folder))) return;
  await context.workspaceState.update(MEMORY.gitignoreOffered, true);
  const all = vscode.l10n.t('Ignore All Results');
  const runs = vscode.l10n.t('Ignore Runs, Share Verdicts');
  const inside = originals.some((file) => isInside(repository, file));
  const chosen = await messages.warn(
    [
      vscode.l10n.t(
        'This folder is a git repository. {0} holds no text of your originals, but their paths, hashes and short fields such as request ids, and what reviewers write in notes. Keep it out of git?',
        `${CASE_FOLDER}/`,
      ),
      ...(inside
        ? [
            vscode.l10n.t(
              'Your originals lie in this repository as well: private responses do not belong there.',
            ),
          ]
        : []),
    ].join(' '),
    all,
    runs,
  );
  const line = chosen === all ? `${CASE_FOLDER}/` : chosen === runs ? `${CASE_FOLDER}/runs/` : undefined;
  if (line === undefined) return;
  try {
    await addLine(path.join(folder, '.gitignore'), line);
  } catch (error) {
    // What was taken and could not be done is offered again.
    await context.workspaceState.update(MEMORY.gitignoreOffered, undefined);
    throw error;
  }
}

/** The folder of the repository that holds `folder`; undefined if there is none. A worktree's .git is a file. */
async function repositoryOf(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (await stat(path.join(at, '.git')).catch(() => undefined)) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

/** Whether a line of an ignore file from `folder` up to the repository's own names the case folder or its runs. */
async function isIgnored(repository: string, folder: string): Promise<boolean> {
  const files = [path.join(repository, '.git', 'info', 'exclude')];
  for (let at = folder; isInside(repository, at); at = path.dirname(at))
    files.push(path.join(at, '.gitignore'));
  for (const file of files) {
    const lines = (await readFile(file, 'utf8').catch(() => '')).split(/\r?\n/);
    if (lines.some(namesCaseFolder)) return true;
  }
  return false;
}

/** e.g. `.distillation-evidence`, `/.distillation-evidence/`, `x/.distillation-evidence/runs/*`. */
function namesCaseFolder(line: string): boolean {
  const parts = line
    .trim()
    .split('/')
    .filter((part) => part !== '' && part !== '**' && part !== '*');
  return parts.at(-1) === CASE_FOLDER || (parts.at(-2) === CASE_FOLDER && parts.at(-1) === 'runs');
}

function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
}

async function addLine(file: string, line: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const remedy = vscode.l10n.t('Add the line {0} yourself.', line);
  await writing(file, remedy, () =>
    appendFile(file, `${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`),
  );
}
