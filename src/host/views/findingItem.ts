/** Rows of the tree of findings. */
import * as vscode from 'vscode';
import { stateOf } from '../../core/review/judgements.js';
import type { FindingRow } from '../../shared/engineCalls.js';
import type { Kind } from '../../shared/match.js';
import { COMMANDS, KIND_COLORS, VIEW_COMMANDS } from '../ids.js';
import { placeLabel } from '../jump/recordUri.js';
import { kindInWords, oneLine, percent, verdictInWords } from '../words.js';
import type { FindingGroup } from './findingGroups.js';
import { facts, plain, tooltip } from './markdown.js';

export type GroupKind = Kind | 'too-little-evidence';

export function groupItem(
  run: string,
  { key, label, count, tooltip: says, isOpen }: FindingGroup,
): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, isOpen ? Expanded : Collapsed);
  item.id = `${run} ${key}`;
  item.description = count.toLocaleString();
  item.tooltip = says;
  item.contextValue = 'group';
  return item;
}

/** Characters of the label: score, place and verdict stand behind it in a narrow view. */
const LABEL = 22;

export function findingItem(run: string, row: FindingRow, reviewer: string): vscode.TreeItem {
  const item = new vscode.TreeItem(row.excerpt === '' ? placeLabel(row) : oneLine(row.excerpt, LABEL));
  const kind = row.reported ? row.kind : 'too-little-evidence';
  item.id = `${run} ${row.id}`;
  const verdict = verdictInWords(stateOf(row.judgements, reviewer));
  item.description = [row.evidence.toLocaleString(), placeLabel(row), verdict].filter(Boolean).join(' · ');
  item.iconPath = kindIcon(kind);
  item.contextValue = 'finding';
  item.tooltip = tooltip(
    `**${plain(kindInWords(row.kind))}** · ${plain(placeLabel(row))}`,
    facts([
      [vscode.l10n.t('Distinctive tokens'), row.evidence.toLocaleString()],
      [vscode.l10n.t('Jaccard'), `${percent(row.jaccard)} %`],
      [vscode.l10n.t('Originals'), row.originals.toLocaleString()],
      ...(verdict === '' ? [] : [[vscode.l10n.t('Verdict'), verdict] as const]),
      ...(row.flags.length > 0 ? [[vscode.l10n.t('Flags'), row.flags.join(', ')] as const] : []),
    ]),
    plain(row.excerpt),
  );
  item.accessibilityInformation = { label: `${kindInWords(kind)}, ${item.description}, ${row.excerpt}` };
  item.command = {
    title: vscode.l10n.t('Show Finding'),
    command: COMMANDS.showFindings,
    arguments: [{ finding: row.id, index: 0 }],
  };
  return item;
}

export function moreItem(
  node: { readonly run: string; readonly rest: number },
  next: number,
): vscode.TreeItem {
  const item = new vscode.TreeItem(
    vscode.l10n.t('Show {0} more of {1}', next.toLocaleString(), node.rest.toLocaleString()),
  );
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = {
    title: vscode.l10n.t('Show More'),
    command: VIEW_COMMANDS.moreFindings,
    arguments: [node],
  };
  return item;
}

/** A dot in the colour of the kind; a ring where the evidence is too little. */
export function kindIcon(kind: GroupKind): vscode.ThemeIcon {
  return kind === 'too-little-evidence'
    ? new vscode.ThemeIcon('circle-outline')
    : new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor(KIND_COLORS[kind]));
}

/** What a kind means, in a sentence. */
export function meaning(kind: GroupKind): string {
  switch (kind) {
    case 'identical':
      return vscode.l10n.t('The response strings are equal.');
    case 'normalised':
      return vscode.l10n.t(
        'Equal but for case, white space, typographic variants, Markdown and look-alike letters.',
      );
    case 'near-duplicate':
      return vscode.l10n.t('At least half of the word runs of both texts are shared.');
    case 'partial':
      return vscode.l10n.t('Shared passages with enough evidence.');
    case 'too-little-evidence':
      return vscode.l10n.t('Equal or nearly so, but short or explained by the prompt: this proves nothing.');
  }
}
