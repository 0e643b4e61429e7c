/** Choosing originals: those that this workspace remembers, and new ones. */
import * as vscode from 'vscode';
import path from 'node:path';
import { cancelled } from '../../shared/failure.js';
import { pickFiles, pickFolders, pickWhat } from './pickFiles.js';
import type { RememberedInputs } from './rememberedInputs.js';

interface PathItem extends vscode.QuickPickItem {
  readonly path: string;
}

/** Resolves with the chosen files and folders, at least one, which are remembered; throws the cancelled failure. */
export async function pickOriginals(remembered: RememberedInputs, suspect: string): Promise<string[]> {
  for (;;) {
    if (remembered.all().length === 0) await remembered.add(await addFirst());
    const choice = await ask(remembered, suspect);
    if (Array.isArray(choice)) {
      await remembered.choose(choice);
      return choice;
    }
    const added = await addMore(choice).catch(() => []);
    await remembered.add(added);
  }
}

function addMore(what: 'files' | 'folders'): Promise<string[]> {
  const { title, label } = dialogWords();
  return what === 'files' ? pickFiles(title, label, true) : pickFolders(title, label);
}

function addFirst(): Promise<string[]> {
  const { title, label } = dialogWords();
  return pickWhat(title, label, {
    title: vscode.l10n.t('Originals: your own model’s responses'),
    placeHolder: vscode.l10n.t('Files or a folder of JSONL, JSON, CSV, Parquet or text files'),
    ignoreFocusOut: true,
  });
}

function dialogWords(): { readonly title: string; readonly label: string } {
  return {
    title: vscode.l10n.t('Choose your originals: your own model’s responses'),
    label: vscode.l10n.t('Add to Originals'),
  };
}

function ask(remembered: RememberedInputs, suspect: string): Promise<string[] | 'files' | 'folders'> {
  const quickPick = vscode.window.createQuickPick<PathItem>();
  const remove: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('close'),
    tooltip: vscode.l10n.t('Forget'),
  };
  const files: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('file-add'),
    tooltip: vscode.l10n.t('Add files…'),
  };
  const folder: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('new-folder'),
    tooltip: vscode.l10n.t('Add folder…'),
  };
  const fill = (chosen: readonly string[]) => {
    quickPick.items = remembered.all().map((file) => ({
      path: file,
      label: path.basename(file),
      description: vscode.workspace.asRelativePath(path.dirname(file)),
      buttons: [remove],
    }));
    quickPick.selectedItems = quickPick.items.filter((item) => chosen.includes(item.path));
  };
  quickPick.title = vscode.l10n.t('Compare {0} with which originals?', path.basename(suspect));
  quickPick.placeholder = vscode.l10n.t('Your own responses; the buttons above add more');
  quickPick.canSelectMany = true;
  quickPick.ignoreFocusOut = true;
  quickPick.matchOnDescription = true;
  quickPick.buttons = [files, folder];
  fill(remembered.chosen());
  return new Promise<string[] | 'files' | 'folders'>((resolve, reject) => {
    quickPick.onDidTriggerButton((button) => {
      resolve(button === files ? 'files' : 'folders');
      quickPick.hide();
    });
    quickPick.onDidTriggerItemButton(async ({ item }) => {
      const kept = quickPick.selectedItems.map((i) => i.path).filter((file) => file !== item.path);
      await remembered.remove(item.path);
      fill(kept);
      if (remembered.all().length === 0) quickPick.hide();
    });
    quickPick.onDidAccept(() => {
      if (quickPick.selectedItems.length === 0) return;
      resolve(quickPick.selectedItems.map((item) => item.path));
      quickPick.hide();
    });
    quickPick.onDidHide(() => reject(cancelled()));
    quickPick.show();
  }).finally(() => quickPick.dispose());
}
