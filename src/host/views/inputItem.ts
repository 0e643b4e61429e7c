/** One row of the trees of originals and controls. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { InputFacts } from '../../shared/originalsIndex.js';
import type { RememberedInputs, RememberedRole } from '../inputs/rememberedInputs.js';
import { bytesInWords } from '../words.js';
import type { InputNode } from './inputsTree.js';
import { facts as factRows, plain, tooltip } from './markdown.js';

/** The row of `node`; `facts` are absent until they are known. */
export function inputItem(
  node: InputNode,
  inputs: RememberedInputs,
  facts: InputFacts | undefined,
): vscode.TreeItem {
  const uri = vscode.Uri.file(node.path);
  const isFolder = facts?.type === 'folder';
  const item = new vscode.TreeItem(
    node.folder === undefined ? path.basename(node.path) : path.relative(node.folder, node.path),
    isFolder ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  const isRemembered = node.folder === undefined;
  item.id = JSON.stringify([inputs.role, node.folder, node.path]);
  item.resourceUri = uri;
  const family = isRemembered ? inputs.familyOf(node.path) : undefined;
  const described = [
    ...(family === undefined ? [] : [vscode.l10n.t('family {0}', family)]),
    ...(facts ? [descriptionOf(facts, inputs.role)] : []),
  ];
  if (described.length > 0) item.description = described.join(' · ');
  item.tooltip = tooltipOf(node, facts, inputs.role);
  item.iconPath = iconOf(facts);
  item.contextValue = [
    'input',
    isRemembered ? 'remembered' : 'inside',
    facts?.type ?? 'unknown',
    state(facts),
  ].join('.');
  if (isRemembered) {
    const chosen = inputs.chosen().includes(node.path);
    item.checkboxState = {
      state: chosen ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
      tooltip: chosen
        ? vscode.l10n.t('Used by the next comparison')
        : vscode.l10n.t('Left out of the next comparison'),
    };
  }
  if (facts?.type === 'file')
    item.command = { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [uri] };
  return item;
}

function descriptionOf(facts: InputFacts, role: RememberedRole): string {
  if (facts.type === 'missing') return vscode.l10n.t('not there any more');
  if (facts.files === 0) return vscode.l10n.t('no dataset file in it');
  const isIndexed = facts.indexed === facts.files;
  const counted = facts.type === 'folder' && !isIndexed ? [filesInWords(facts.files)] : [];
  if (isIndexed) counted.push(recordsInWords(facts.records));
  return [...counted, bytesInWords(facts.bytes), ...(isIndexable(role) ? [indexState(facts)] : [])].join(
    ' · ',
  );
}

/** Controls are read by each comparison, never indexed. */
function isIndexable(role: RememberedRole): boolean {
  return role === 'original';
}

function indexState({ indexed, files }: InputFacts): string {
  if (indexed === files) return vscode.l10n.t('indexed');
  if (indexed === 0) return vscode.l10n.t('not indexed yet');
  return vscode.l10n.t('{0} of {1} indexed', indexed.toLocaleString(), files.toLocaleString());
}

function state(facts: InputFacts | undefined): string {
  if (!facts || facts.files === 0) return 'none';
  return facts.indexed === facts.files ? 'indexed' : 'new';
}

function iconOf(facts: InputFacts | undefined): vscode.ThemeIcon {
  if (facts?.type === 'missing') {
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  }
  return facts?.type === 'folder' ? vscode.ThemeIcon.Folder : vscode.ThemeIcon.File;
}

function tooltipOf(
  node: InputNode,
  facts: InputFacts | undefined,
  role: RememberedRole,
): vscode.MarkdownString {
  if (!facts) return tooltip(plain(node.path));
  if (facts.type === 'missing') {
    return tooltip(
      plain(node.path),
      vscode.l10n.t('It is not there any more. Remove it here, or put it back where it was.'),
    );
  }
  const rows: [string, string][] = [[vscode.l10n.t('Size'), bytesInWords(facts.bytes)]];
  if (facts.type === 'folder') rows.push([vscode.l10n.t('Dataset files'), facts.files.toLocaleString()]);
  if (facts.indexed > 0) {
    rows.push(
      [vscode.l10n.t('Records'), facts.records.toLocaleString()],
      [vscode.l10n.t('Responses'), facts.responses.toLocaleString()],
    );
  }
  if (!isIndexable(role)) return tooltip(plain(node.path), factRows(rows));
  rows.push([vscode.l10n.t('Index'), indexState(facts)]);
  const why =
    facts.indexed < facts.files
      ? vscode.l10n.t(
          'Files are indexed by the first comparison that uses them, or ahead of it by “Index Now”.',
        )
      : '';
  return tooltip(plain(node.path), factRows(rows), why);
}

function filesInWords(files: number): string {
  return files === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', files.toLocaleString());
}

function recordsInWords(records: number): string {
  return records === 1 ? vscode.l10n.t('1 record') : vscode.l10n.t('{0} records', records.toLocaleString());
}
