/** The tree of what differs between two runs: new, gone and changed pairs. */
import * as vscode from 'vscode';
import type { PairDifference, PairState, RunDifference, RunSummary } from '../../shared/caseRuns.js';
import { CONTEXT_KEYS, VIEW_COMMANDS } from '../ids.js';
import { placeLabel } from '../jump/recordUri.js';
import type { Services } from '../services.js';
import { dateInWords, kindInWords } from '../words.js';
import { kindIcon } from './findingItem.js';
import { facts, plain, tooltip } from './markdown.js';
import { suspectLabel } from './runItem.js';

type Group = 'added' | 'gone' | 'changed';

export type DifferenceNode =
  | { readonly type: 'group'; readonly group: Group; readonly count: number }
  | { readonly type: 'same'; readonly count: number }
  | { readonly type: 'pair'; readonly group: Group; readonly difference: PairDifference }
  | { readonly type: 'more'; readonly group: Group; readonly rest: number };

/** The two runs that are shown, the older one first. */
export interface ComparedRuns {
  readonly before: RunSummary;
  readonly after: RunSummary;
  readonly difference: RunDifference;
}

const PAGE = 200;

export class DifferenceTree implements vscode.TreeDataProvider<DifferenceNode> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #shown = new Map<Group, number>();
  #compared: ComparedRuns | undefined;

  constructor(private readonly services: Services) {}

  get compared(): ComparedRuns | undefined {
    return this.#compared;
  }

  /** Asks the engine how `after` differs from `before` and shows it; throws the cancelled failure. */
  async compare(before: RunSummary, after: RunSummary): Promise<void> {
    const title = vscode.l10n.t('Comparing two runs of {0}', suspectLabel(after));
    const difference = await this.services.messages.progress(title, (_progress, signal) =>
      this.services.engine.call('difference', { before: before.dir, after: after.dir }, { signal }),
    );
    this.#show({ before, after, difference });
  }

  close(): void {
    this.#show(undefined);
  }

  /** Shows the next page of the group that ends with `node`. */
  more(node: DifferenceNode): void {
    if (node.type !== 'more') return;
    this.#shown.set(node.group, (this.#shown.get(node.group) ?? PAGE) + PAGE);
    this.#changed.fire(undefined);
  }

  getChildren(node?: DifferenceNode): DifferenceNode[] {
    if (!this.#compared) return [];
    const { difference } = this.#compared;
    if (!node) {
      const groups = (['added', 'gone', 'changed'] as const).map((group): DifferenceNode => {
        return { type: 'group', group, count: difference[group].length };
      });
      return [...groups, { type: 'same', count: difference.same }];
    }
    return node.type === 'group' ? this.#pairs(node.group, difference[node.group]) : [];
  }

  getTreeItem(node: DifferenceNode): vscode.TreeItem {
    switch (node.type) {
      case 'group':
        return groupItem(node.group, node.count);
      case 'same':
        return sameItem(node.count);
      case 'pair':
        return pairItem(node.group, node.difference);
      case 'more':
        return moreItem(node, Math.min(PAGE, node.rest));
    }
  }

  #pairs(group: Group, all: readonly PairDifference[]): DifferenceNode[] {
    const shown = all.slice(0, this.#shown.get(group) ?? PAGE);
    const nodes = shown.map((difference): DifferenceNode => ({ type: 'pair', group, difference }));
    const rest = all.length - shown.length;
    return rest > 0 ? [...nodes, { type: 'more', group, rest }] : nodes;
  }

  #show(compared: ComparedRuns | undefined): void {
    this.#compared = compared;
    this.#shown.clear();
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.comparesRuns, compared !== undefined);
    this.#changed.fire(undefined);
  }
}

/** Which runs are compared, in one line. */
export function comparedInWords({ before, after }: ComparedRuns): string {
  const when = ({ started, run }: RunSummary) =>
    started === undefined ? run : dateInWords(new Date(started));
  const name = suspectLabel(after);
  return vscode.l10n.t('{0}: {1} against {2}', name, when(after), when(before));
}

function groupItem(group: Group, count: number): vscode.TreeItem {
  const { None, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(groupInWords(group), count > 0 ? Expanded : None);
  item.id = group;
  item.description = count.toLocaleString();
  item.iconPath = groupIcon(group);
  return item;
}

function sameItem(count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Unchanged'));
  item.description = count.toLocaleString();
  item.iconPath = new vscode.ThemeIcon('circle-outline');
  return item;
}

function pairItem(group: Group, { pair, before, after }: PairDifference): vscode.TreeItem {
  const shown = (after ?? before)!;
  const item = new vscode.TreeItem(placeLabel(shown.suspect));
  item.id = `${group} ${pair}`;
  item.description = [`→ ${placeLabel(shown.original)}`, strength(before, after)].join(' · ');
  item.iconPath = kindIcon(shown.kind);
  item.tooltip = tooltip(
    `${plain(placeLabel(shown.suspect))} → ${plain(placeLabel(shown.original))}`,
    facts([
      ...(before ? [[vscode.l10n.t('Earlier run'), stateInWords(before)] as const] : []),
      ...(after ? [[vscode.l10n.t('Later run'), stateInWords(after)] as const] : []),
    ]),
  );
  item.command = {
    title: vscode.l10n.t('Show Finding'),
    command: VIEW_COMMANDS.openDifference,
    arguments: [{ run: after ? 'after' : 'before', finding: shown.finding, index: shown.index }],
  };
  return item;
}

function moreItem(node: DifferenceNode & { type: 'more' }, next: number): vscode.TreeItem {
  const item = new vscode.TreeItem(
    vscode.l10n.t('Show {0} more of {1}', next.toLocaleString(), node.rest.toLocaleString()),
  );
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = {
    title: vscode.l10n.t('Show More'),
    command: VIEW_COMMANDS.moreDifferences,
    arguments: [node],
  };
  return item;
}

/** e.g. "92", or "41 → 92" where it changed. */
function strength(before: PairState | undefined, after: PairState | undefined): string {
  if (!before || !after) return (after ?? before)!.evidence.toLocaleString();
  const kinds =
    before.kind === after.kind ? '' : `${kindInWords(before.kind)} → ${kindInWords(after.kind)}, `;
  return `${kinds}${before.evidence.toLocaleString()} → ${after.evidence.toLocaleString()}`;
}

function stateInWords({ kind, evidence }: PairState): string {
  return vscode.l10n.t('{0}, {1} distinctive tokens', kindInWords(kind), evidence.toLocaleString());
}

function groupInWords(group: Group): string {
  switch (group) {
    case 'added':
      return vscode.l10n.t('New');
    case 'gone':
      return vscode.l10n.t('Gone');
    case 'changed':
      return vscode.l10n.t('Changed');
  }
}

function groupIcon(group: Group): vscode.ThemeIcon {
  switch (group) {
    case 'added':
      return new vscode.ThemeIcon(
        'diff-added',
        new vscode.ThemeColor('gitDecoration.addedResourceForeground'),
      );
    case 'gone':
      return new vscode.ThemeIcon(
        'diff-removed',
        new vscode.ThemeColor('gitDecoration.deletedResourceForeground'),
      );
    case 'changed':
      return new vscode.ThemeIcon(
        'diff-modified',
        new vscode.ThemeColor('gitDecoration.modifiedResourceForeground'),
      );
  }
}
