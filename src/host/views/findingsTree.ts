/** The tree of the current run's findings: groups, and in them pages of rows that are read when they are opened. */
import * as vscode from 'vscode';
import type { FindingRow } from '../../shared/engineCalls.js';
import { NO_FILTER, type FindingId } from '../../shared/findingQuery.js';
import { KINDS } from '../../shared/match.js';
import type { Services } from '../services.js';
import { findingItem, groupItem, moreItem, type GroupKind } from './findingItem.js';

export type FindingNode =
  | { readonly type: 'group'; readonly run: string; readonly kind: GroupKind; readonly count: number }
  | { readonly type: 'finding'; readonly run: string; readonly group: GroupNode; readonly row: FindingRow }
  | { readonly type: 'more'; readonly run: string; readonly group: GroupNode; readonly rest: number };
type GroupNode = Extract<FindingNode, { type: 'group' }>;

/** Rows that are shown at once, and added by each "more". */
const PAGE = 200;

export class FindingsTree implements vscode.TreeDataProvider<FindingNode> {
  readonly #changed = new vscode.EventEmitter<FindingNode | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** Ids of a group in the run's order; one number each, also for a hundred thousand. */
  readonly #ids = new Map<GroupKind, Promise<readonly FindingId[]>>();
  readonly #shown = new Map<GroupKind, number>();
  readonly #groups = new Map<GroupKind, GroupNode>();

  constructor(private readonly services: Services) {
    services.context.subscriptions.push(services.run.onDidChange(() => this.refresh()));
  }

  refresh(): void {
    this.#ids.clear();
    this.#shown.clear();
    this.#changed.fire(undefined);
  }

  async getChildren(node?: FindingNode): Promise<FindingNode[]> {
    if (!node) return this.#roots();
    return node.type === 'group' ? this.#rows(node) : [];
  }

  getTreeItem(node: FindingNode): vscode.TreeItem {
    switch (node.type) {
      case 'group':
        return groupItem(node.run, node.kind, node.count);
      case 'finding':
        return findingItem(node.run, node.row);
      case 'more':
        return moreItem(node, Math.min(PAGE, node.rest));
    }
  }

  getParent(node: FindingNode): FindingNode | undefined {
    return node.type === 'group' ? undefined : node.group;
  }

  /** Shows the next page of the group that ends with `node`. */
  more(node: FindingNode): void {
    if (node.type !== 'more') return;
    this.#shown.set(node.group.kind, (this.#shown.get(node.group.kind) ?? PAGE) + PAGE);
    this.#changed.fire(this.#groups.get(node.group.kind));
  }

  async #roots(): Promise<FindingNode[]> {
    const run = this.services.run.get();
    if (!run) return [];
    const manifest = await this.services.engine.openRun(run.dir);
    this.#groups.clear();
    for (const kind of [...KINDS, 'too-little-evidence'] as const) {
      const count = manifest.counts[kind];
      if (count > 0) this.#groups.set(kind, { type: 'group', run: manifest.run, kind, count });
    }
    return [...this.#groups.values()];
  }

  async #rows(group: GroupNode): Promise<FindingNode[]> {
    const ids = await this.#idsOf(group);
    const shown = this.#shown.get(group.kind) ?? PAGE;
    const { run } = group;
    const rows = await this.services.engine.call('rows', { run, ids: ids.slice(0, shown) });
    const nodes: FindingNode[] = rows.map((row) => ({ type: 'finding', run, group, row }));
    const rest = ids.length - rows.length;
    return rest > 0 ? [...nodes, { type: 'more', run, group, rest }] : nodes;
  }

  #idsOf({ run, kind }: GroupNode): Promise<readonly FindingId[]> {
    const known = this.#ids.get(kind);
    if (known) return known;
    const query = { ...NO_FILTER, run, sort: 'evidence', kinds: [kind], group: { by: 'none' } } as const;
    const asked = this.services.engine.call('list', query).then(({ ids }) => ids);
    this.#ids.set(kind, asked);
    asked.catch(() => this.#ids.delete(kind));
    return asked;
  }
}
