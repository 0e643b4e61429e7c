/** The tree of the current run's findings: groups, and in them pages of rows that are read when they are opened. */
import * as vscode from 'vscode';
import type { FindingRow } from '../../shared/engineCalls.js';
import type { FindingId } from '../../shared/findingQuery.js';
import { MEMORY } from '../ids.js';
import type { Services } from '../services.js';
import {
  findingGroups,
  GROUPINGS,
  pickGrouping,
  type FindingGroup,
  type TreeGrouping,
} from './findingGroups.js';
import { findingItem, groupItem, moreItem } from './findingItem.js';

export type FindingNode =
  | { readonly type: 'group'; readonly run: string; readonly group: FindingGroup }
  | {
      readonly type: 'finding';
      readonly run: string;
      readonly parent: GroupNode;
      readonly row: FindingRow;
      readonly reviewer: string;
    }
  | { readonly type: 'more'; readonly run: string; readonly parent: GroupNode; readonly rest: number };
type GroupNode = Extract<FindingNode, { type: 'group' }>;

/** Rows that are shown at once, and added by each "more". */
const PAGE = 200;
/** Milliseconds after a verdict until the tree says it: a reviewer at work gives one after the other. */
const SETTLED = 300;

export class FindingsTree implements vscode.TreeDataProvider<FindingNode> {
  readonly #changed = new vscode.EventEmitter<FindingNode | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** Ids of a run's group in the run's order; one number each, also for a hundred thousand. */
  readonly #ids = new Map<string, Promise<readonly FindingId[]>>();
  readonly #shown = new Map<string, number>();
  readonly #groups = new Map<string, GroupNode>();
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly services: Services) {
    services.context.subscriptions.push(
      services.run.onDidChange(() => this.refresh()),
      services.reviews.onDidChange(({ by }) => {
        if (by === undefined) return;
        clearTimeout(this.#settling);
        this.#settling = setTimeout(() => this.#judged(), SETTLED);
      }),
      { dispose: () => clearTimeout(this.#settling) },
    );
  }

  /** What the groups are made by, remembered for the workspace. */
  get by(): TreeGrouping {
    const kept = this.services.context.workspaceState.get<unknown>(MEMORY.findingsBy);
    return GROUPINGS.find((by) => by === kept) ?? 'kind';
  }

  /** Groups by what is named, or by what the reader picks. */
  async groupBy(named: unknown): Promise<void> {
    const by = GROUPINGS.find((one) => one === named) ?? (await pickGrouping(this.by));
    if (!by) return;
    await this.services.context.workspaceState.update(MEMORY.findingsBy, by);
    this.refresh();
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
        return groupItem(node.run, node.group);
      case 'finding':
        return findingItem(node.run, node.row, node.reviewer);
      case 'more':
        return moreItem(node, Math.min(PAGE, node.rest));
    }
  }

  getParent(node: FindingNode): FindingNode | undefined {
    return node.type === 'group' ? undefined : node.parent;
  }

  /** Shows the next page of the group that ends with `node`. */
  more(node: FindingNode): void {
    if (node.type !== 'more') return;
    const { key } = node.parent.group;
    this.#shown.set(key, (this.#shown.get(key) ?? PAGE) + PAGE);
    this.#changed.fire(this.#groups.get(key));
  }

  #judged(): void {
    // Other groups hold the same findings, with another word on them.
    if (this.by === 'verdict') this.#ids.clear();
    this.#changed.fire(undefined);
  }

  async #roots(): Promise<FindingNode[]> {
    const run = this.services.run.get();
    if (!run) return [];
    const groups = await findingGroups(this.services, run.dir, this.by);
    this.#groups.clear();
    for (const group of groups) this.#groups.set(group.key, { type: 'group', run: group.query.run, group });
    return [...this.#groups.values()];
  }

  async #rows(parent: GroupNode): Promise<FindingNode[]> {
    const { run, group } = parent;
    const [ids, reviewer] = await Promise.all([this.#idsOf(group), this.services.reviews.reviewer()]);
    const shown = this.#shown.get(group.key) ?? PAGE;
    const rows = await this.services.engine.call('rows', { run, ids: ids.slice(0, shown) });
    const nodes: FindingNode[] = rows.map((row) => ({ type: 'finding', run, parent, row, reviewer }));
    const rest = ids.length - rows.length;
    return rest > 0 ? [...nodes, { type: 'more', run, parent, rest }] : nodes;
  }

  #idsOf({ key: group, query }: FindingGroup): Promise<readonly FindingId[]> {
    // A node of the run before may be asked for its rows late.
    const key = JSON.stringify([query.run, group]);
    const known = this.#ids.get(key);
    if (known) return known;
    const asked = this.services.engine.call('list', query).then(({ ids }) => ids);
    this.#ids.set(key, asked);
    asked.catch(() => this.#ids.delete(key));
    return asked;
  }
}
