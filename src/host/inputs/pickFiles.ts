/** Asks for files and folders by VS Code's own dialogs. */
import * as vscode from 'vscode';
import { cancelled } from '../../shared/failure.js';
import { activeFile } from './arguments.js';
import { datasetFilters, formatOf } from './datasetNames.js';

/** The suspect: what was named, else the active dataset file, else what the user picks; throws the cancelled failure. */
export async function pickSuspect(named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const active = activeFile();
  if (active !== undefined && formatOf(active)) return active;
  const title = vscode.l10n.t('Choose the dataset to compare with your originals');
  const [file] = await pickFiles(title, vscode.l10n.t('Choose as Suspect'), false);
  return file!;
}

/** At least one file of the user's choice; throws the cancelled failure. */
export async function pickFiles(title: string, openLabel: string, many: boolean): Promise<string[]> {
  return pick({ title, openLabel, canSelectMany: many, filters: datasetFilters() });
}

/** At least one folder of the user's choice; throws the cancelled failure. */
export async function pickFolders(title: string, openLabel: string): Promise<string[]> {
  return pick({ title, openLabel, canSelectMany: true, canSelectFiles: false, canSelectFolders: true });
}

/**
 * Files or folders, whichever the user wants: no dialog of Linux and Windows offers both, so a list asks first. Throws
 * the cancelled failure.
 */
export async function pickWhat(
  title: string,
  label: string,
  asking: vscode.QuickPickOptions = { title },
): Promise<string[]> {
  const files = vscode.l10n.t('$(file-add) Add files…');
  const folder = vscode.l10n.t('$(new-folder) Add folder…');
  const chosen = await vscode.window.showQuickPick([files, folder], asking);
  if (chosen === undefined) throw cancelled();
  return chosen === files ? pickFiles(title, label, true) : pickFolders(title, label);
}

async function pick(options: vscode.OpenDialogOptions): Promise<string[]> {
  const uris = await vscode.window.showOpenDialog(options);
  if (!uris || uris.length === 0) throw cancelled();
  return uris.map((uri) => uri.fsPath);
}
