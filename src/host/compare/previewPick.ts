/** The preview as a quick pick: three choices, and below them what is known of each side. */
import * as vscode from 'vscode';
import path from 'node:path';
import type { Preview } from '../../shared/engineCalls.js';
import { bytesInWords, iconless, oneLine } from '../words.js';

export interface SideView {
  readonly title: string;
  /** Of its first files. */
  readonly previews: readonly Preview[];
  readonly files: number;
  readonly bytes: number;
}

export type PreviewChoice = 'compare' | 'fields' | 'cancel';

interface Item extends vscode.QuickPickItem {
  readonly choice?: PreviewChoice;
}

/** Shows the sides and resolves with the choice; closing it cancels. */
export async function askPreview(title: string, sides: readonly SideView[]): Promise<PreviewChoice> {
  const quickPick = vscode.window.createQuickPick<Item>();
  quickPick.title = title;
  quickPick.placeholder = vscode.l10n.t('Check that the right texts are compared');
  quickPick.ignoreFocusOut = true;
  quickPick.items = previewItems(sides);
  return new Promise<PreviewChoice>((resolve) => {
    quickPick.onDidAccept(() => {
      const choice = quickPick.selectedItems[0]?.choice;
      if (choice === undefined) return;
      resolve(choice);
      quickPick.hide();
    });
    quickPick.onDidHide(() => resolve('cancel'));
    quickPick.show();
  }).finally(() => quickPick.dispose());
}

/** The lines of the preview: choices first, so that Enter compares. */
export function previewItems(sides: readonly SideView[]): Item[] {
  const choices: Item[] = [
    { choice: 'compare', label: vscode.l10n.t('$(play) Compare') },
    {
      choice: 'fields',
      label: vscode.l10n.t('$(settings-gear) Choose fields…'),
      description: vscode.l10n.t('where prompt and response are'),
    },
    { choice: 'cancel', label: vscode.l10n.t('$(close) Cancel') },
  ];
  return [...choices, ...sides.flatMap(sideItems)];
}

function sideItems({ title, previews, files, bytes }: SideView): Item[] {
  const size =
    files === 1
      ? bytesInWords(bytes)
      : vscode.l10n.t('{0} files, {1}', files.toLocaleString(), bytesInWords(bytes));
  const heading: Item = {
    label: `${title} · ${size}`,
    kind: vscode.QuickPickItemKind.Separator,
  };
  return [heading, ...previews.map(previewItem)];
}

function previewItem({ summary, responses, exact, first }: Preview): Item {
  const number = responses.toLocaleString();
  const count = exact ? vscode.l10n.t('{0} responses', number) : vscode.l10n.t('about {0} responses', number);
  const icon = summary.shape.guessed ? '$(warning)' : '$(file)';
  const shape = summary.shape.guessed
    ? vscode.l10n.t('guessed: {0}', summary.shape.description)
    : summary.shape.description;
  // The response comes first: it is what is compared, and the end of a long line is out of view.
  const detail = first
    ? `${oneLine(first.text, 110)}${first.prompt === '' ? '' : `  ←  ${oneLine(first.prompt, 70)}`}`
    : vscode.l10n.t('no response found');
  return {
    label: `${icon} ${iconless(oneLine(path.basename(summary.path), 80))}`,
    description: `${count} · ${iconless(shape)}`,
    detail: iconless(detail),
  };
}
