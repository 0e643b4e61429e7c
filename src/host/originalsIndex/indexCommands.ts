/** The commands that show and clear the index of originals. */
import path from 'node:path';
import * as vscode from 'vscode';
import { cancelled, Failure } from '../../shared/failure.js';
import type { IndexEntry } from '../../shared/originalsIndex.js';
import { guarded } from '../fail.js';
import type { Services } from '../services.js';
import { bytesInWords, dateInWords, iconless } from '../words.js';
import { indexFolder } from './indexFolder.js';

interface EntryItem extends vscode.QuickPickItem {
  readonly entry?: IndexEntry;
}

export class IndexCommands {
  constructor(private readonly services: Services) {}

  /** Lists what is indexed, with size and last use; entries can be removed one by one. */
  async show(): Promise<void> {
    const remove: vscode.QuickInputButton = {
      iconPath: new vscode.ThemeIcon('trash'),
      tooltip: vscode.l10n.t('Remove from the index'),
    };
    const reveal: vscode.QuickInputButton = {
      iconPath: new vscode.ThemeIcon('folder-opened'),
      tooltip: vscode.l10n.t('Reveal the index folder'),
    };
    const clear: vscode.QuickInputButton = {
      iconPath: new vscode.ThemeIcon('clear-all'),
      tooltip: vscode.l10n.t('Clear the index…'),
    };
    const quickPick = vscode.window.createQuickPick<EntryItem>();
    quickPick.busy = true;
    quickPick.matchOnDescription = true;
    quickPick.matchOnDetail = true;
    quickPick.buttons = [reveal, clear];
    quickPick.title = vscode.l10n.t('Index of originals');
    const fill = (entries: readonly IndexEntry[]) => {
      quickPick.title = vscode.l10n.t('Index of originals: {0}', totalInWords(entries));
      quickPick.placeholder = indexFolder(this.services.context);
      quickPick.items =
        entries.length > 0
          ? entries.map((entry) => ({ ...entryItem(entry), buttons: [remove] }))
          : [
              {
                label: vscode.l10n.t('Nothing is indexed yet'),
                detail: vscode.l10n.t('The first comparison with a file indexes it.'),
              },
            ];
      quickPick.busy = false;
    };
    const ended = new Promise<void>((resolve) => quickPick.onDidHide(() => resolve()));
    quickPick.onDidTriggerButton((button) => {
      quickPick.hide();
      if (button === clear) void this.#safely(() => this.clear());
      else
        void vscode.commands.executeCommand(
          'revealFileInOS',
          vscode.Uri.file(indexFolder(this.services.context)),
        );
    });
    quickPick.onDidTriggerItemButton(({ item: { entry } }) => {
      if (entry) void this.#safely(async () => fill(await this.#removeOne(entry)));
    });
    quickPick.show();
    fill(await this.#entries());
    await ended;
    quickPick.dispose();
  }

  /** Removes the whole index after a question. */
  async clear(): Promise<void> {
    this.#refuseWhileComparing();
    const { messages, engine, context } = this.services;
    const entries = await this.#entries();
    if (entries.length === 0) {
      void messages.info(vscode.l10n.t('The index is empty: there is nothing to clear.'));
      return;
    }
    const sure = await messages.confirm(
      vscode.l10n.t('Clear the index of originals?'),
      vscode.l10n.t(
        '{0} in {1}.\n\nYour datasets, runs and verdicts are not touched. The next comparison indexes again what it needs, which takes a while for large originals.',
        totalInWords(entries),
        indexFolder(context),
      ),
      vscode.l10n.t('Clear Index'),
    );
    if (!sure) throw cancelled();
    this.#refuseWhileComparing();
    const removed = await engine.call('clearIndex', { indexDir: indexFolder(context) });
    messages.status(vscode.l10n.t('Index cleared: {0}', totalInWords(removed)));
    this.services.inputs.original.touch();
  }

  async #removeOne({ dir }: IndexEntry): Promise<IndexEntry[]> {
    this.#refuseWhileComparing();
    await this.services.engine.call('clearIndex', {
      indexDir: indexFolder(this.services.context),
      only: [dir],
    });
    this.services.inputs.original.touch();
    return this.#entries();
  }

  #entries(): Promise<IndexEntry[]> {
    return this.services.engine.call('listIndex', { indexDir: indexFolder(this.services.context) });
  }

  #refuseWhileComparing(): void {
    if (this.services.engine.usesIndex) {
      throw new Failure(
        'usage',
        vscode.l10n.t(
          'The index is in use by a comparison in this window. Wait for it to end, or cancel it first.',
        ),
      );
    }
  }

  async #safely(action: () => Promise<void>): Promise<void> {
    await guarded(this.services, action);
  }
}

function entryItem(entry: IndexEntry): EntryItem {
  const [file, ...others] = entry.files;
  const name = file === undefined ? entry.sha256.slice(0, 16) : path.basename(file);
  const more = others.length > 0 ? ` ${vscode.l10n.t('and {0} equal files', others.length)}` : '';
  const parts = [
    bytesInWords(entry.bytes),
    vscode.l10n.t('{0} responses', entry.responses.toLocaleString()),
    vscode.l10n.t('used {0}', dateInWords(new Date(entry.lastUsed))),
  ];
  return {
    entry,
    label: `$(database) ${iconless(name)}${more}`,
    description: parts.join(' · '),
    ...(file !== undefined && { detail: path.dirname(file) }),
  };
}

function totalInWords(entries: readonly IndexEntry[]): string {
  const bytes = bytesInWords(entries.reduce((sum, entry) => sum + entry.bytes, 0));
  return entries.length === 1
    ? vscode.l10n.t('1 file, {0}', bytes)
    : vscode.l10n.t('{0} files, {1}', entries.length.toLocaleString(), bytes);
}
