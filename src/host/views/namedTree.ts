/** The tree of what explains or excuses shared text: the templates and the public texts that the settings name. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { INPUT_SETTINGS } from '../ids.js';
import { NAMED_ROLES, namedInputs, type NamedRole } from '../inputs/namedInputs.js';
import type { Services } from '../services.js';
import { plain, tooltip } from './markdown.js';

/** A heading, or a file or folder under it. */
export interface NamedNode {
  readonly role: NamedRole;
  readonly path?: string;
}

export class NamedTree implements vscode.TreeDataProvider<NamedNode> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor({ context }: Services) {
    context.subscriptions.push(
      this.#changed,
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (NAMED_ROLES.some((role) => event.affectsConfiguration(INPUT_SETTINGS[role]))) this.refresh();
      }),
    );
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  /** Nothing where nothing is named, so that the view says what it is for. */
  getChildren(node?: NamedNode): NamedNode[] {
    if (node) return namedInputs(node.role).map((file) => ({ role: node.role, path: file }));
    return NAMED_ROLES.some((role) => namedInputs(role).length > 0)
      ? NAMED_ROLES.map((role) => ({ role }))
      : [];
  }

  async getTreeItem({ role, path: file }: NamedNode): Promise<vscode.TreeItem> {
    if (file === undefined) return heading(role);
    const uri = vscode.Uri.file(file);
    const item = new vscode.TreeItem(path.basename(file));
    const stats = await stat(file).catch(() => undefined);
    item.id = `${role} ${file}`;
    item.resourceUri = uri;
    item.description = stats
      ? vscode.workspace.asRelativePath(path.dirname(file))
      : vscode.l10n.t('not there any more');
    item.tooltip = tooltip(plain(file));
    item.iconPath = stats?.isDirectory() ? vscode.ThemeIcon.Folder : vscode.ThemeIcon.File;
    item.contextValue = 'named.input';
    if (stats?.isFile())
      item.command = { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [uri] };
    return item;
  }
}

function heading(role: NamedRole): vscode.TreeItem {
  const [label, meaning] =
    role === 'templates'
      ? [
          vscode.l10n.t('Templates'),
          vscode.l10n.t('What a response shares with these is explained and counts nothing.'),
        ]
      : [
          vscode.l10n.t('Public texts'),
          vscode.l10n.t('A finding that these hold as well has an innocent route and leaves the headline.'),
        ];
  const state =
    namedInputs(role).length > 0
      ? vscode.TreeItemCollapsibleState.Expanded
      : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(label, state);
  item.id = role;
  item.tooltip = meaning;
  item.contextValue = `named.${role}`;
  return item;
}
