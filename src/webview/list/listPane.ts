/** The left side's list of findings: which are shown, which is selected, and where it stands. */
import type { FindingRow } from '../../shared/engineCalls.js';
import type { FindingId, FindingList, Grouping } from '../../shared/findingQuery.js';
import { button, el, type Attributes } from '../parts/dom.js';
import { count, whole } from '../parts/numbers.js';
import { problem, waiting } from '../parts/waiting.js';
import type { Query } from '../place.js';
import { Entries } from './entries.js';
import { renderRow } from './findingRow.js';
import { renderHeading } from './groupHeading.js';
import { PagedCache, type Fetch } from './pagedCache.js';
import { VirtualList } from './virtualList.js';

/** Height of a row in CSS pixels; panel.css says the same. */
const ROW_HEIGHT = 51;

export interface ListPaneOptions {
  /** What stands above the list: histogram, filter, order. */
  readonly tools: readonly HTMLElement[];
  readonly fetchList: (query: Query, signal: AbortSignal) => Promise<FindingList>;
  readonly fetchRows: Fetch<FindingRow>;
  readonly fetchHeadings: (group: Grouping, ids: readonly FindingId[]) => Promise<readonly string[]>;
  readonly onSelect: (id: FindingId) => void;
  readonly onShowAll: () => void;
}

/** Shows one query's findings; the selected line is a finding, or the heading of a group of them. */
export class ListPane {
  readonly element: HTMLElement;
  readonly #list: VirtualList;
  readonly #status = el('div', { class: 'list-status', role: 'status' });
  readonly #messages = el('div', { class: 'list-messages' });
  #entries = new Entries({ total: 0, ids: [], judged: [] });
  #grouping: Grouping = { by: 'none' };
  #rows: PagedCache<FindingRow> | undefined;
  #headings: PagedCache<string> | undefined;
  #line = -1;
  #loading: AbortController | undefined;

  constructor(readonly options: ListPaneOptions) {
    this.#list = new VirtualList({
      label: 'Findings',
      rowHeight: ROW_HEIGHT,
      attributes: (line) => this.#attributes(line),
      render: (row, line) => this.#render(row, line),
      onView: (first, last) => this.#want(first, last),
      onSelect: (line, target) => {
        this.selectIndex(line);
        if (target.closest('.heading-twistie')) this.toggleGroup();
      },
    });
    this.#list.element.dataset['keys'] = 'list';
    this.element = el(
      'section',
      { class: 'list-pane', 'aria-label': 'Findings' },
      ...options.tools,
      this.#status,
      this.#messages,
      this.#list.element,
    );
  }

  /** The selected line, or -1. */
  get index(): number {
    return this.#line;
  }

  /** How many lines there are: findings, and headings of groups. */
  get count(): number {
    return this.#entries.count;
  }

  get page(): number {
    return this.#list.page;
  }

  /** The findings that the selected line stands for: one, or all of a group. */
  get chosen(): readonly FindingId[] {
    return this.#line < 0 ? [] : this.#entries.idsAt(this.#line);
  }

  /** Shows the findings of `query`; keeps `selected` selected if it is among them, else takes the first. */
  async load(query: Query, selected: FindingId | undefined): Promise<void> {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    try {
      const work = this.options.fetchList(query, loading.signal);
      const list = await waiting(this.#messages, 'Loading findings', work);
      if (loading.signal.aborted) return;
      this.#messages.replaceChildren();
      this.#show(list, query.group, selected);
    } catch (error) {
      if (loading.signal.aborted) return;
      this.#messages.replaceChildren(
        problem('The findings could not be listed.', error, () => void this.load(query, selected)),
      );
    }
  }

  /** Selects a line, held within the list. */
  selectIndex(line: number): void {
    if (this.count === 0) return;
    this.#line = Math.min(Math.max(line, 0), this.count - 1);
    this.#list.select(this.#line);
    this.options.onSelect(this.chosen[0]!);
  }

  /** Selects a finding, opening its group; false if it is not in the list. */
  selectFinding(id: FindingId): boolean {
    const position = this.#entries.ids.indexOf(id);
    if (position < 0) return false;
    const group = this.#entries.groupOf(position);
    if (group !== undefined && !this.#entries.isOpen(group)) {
      this.#entries.toggle(group, true);
      this.#list.resize(this.count);
    }
    this.selectIndex(this.#entries.lineOf(position));
    return true;
  }

  /** Opens or closes the group of the selected line; closing selects its heading. */
  toggleGroup(open?: boolean): void {
    const entry = this.#line < 0 ? undefined : this.#entries.at(this.#line);
    if (entry?.group === undefined) return;
    const { group } = entry;
    const isOpen = this.#entries.isOpen(group);
    if (open === true && isOpen && entry.type === 'heading') {
      this.selectIndex(this.#line + 1);
      return;
    }
    if (open === isOpen || (open === true && entry.type === 'finding')) return;
    this.#entries.toggle(group);
    this.#list.resize(this.count);
    this.selectIndex(this.#entries.headingOf(group));
  }

  /** Leaves a finding for the heading of its group; on a heading, closes the group. */
  leaveGroup(): void {
    const entry = this.#line < 0 ? undefined : this.#entries.at(this.#line);
    if (entry?.group === undefined) return;
    if (entry.type === 'finding') this.selectIndex(this.#entries.headingOf(entry.group));
    else this.toggleGroup(false);
  }

  focus(): void {
    this.#list.element.focus();
  }

  /** "3 of 54", or "group of 300", for the footer. */
  get place(): string {
    if (this.#line < 0) return '';
    const entry = this.#entries.at(this.#line);
    return entry.type === 'heading'
      ? `group of ${whole(this.chosen.length)}`
      : `${whole(entry.position + 1)} of ${whole(this.#entries.ids.length)}`;
  }

  #show(list: FindingList, grouping: Grouping, selected: FindingId | undefined): void {
    const regrouped = JSON.stringify(grouping) !== JSON.stringify(this.#grouping);
    this.#entries = new Entries(list);
    this.#grouping = grouping;
    const { ids, groups } = this.#entries;
    const fetched = () => {
      this.#messages.replaceChildren();
      this.#list.refresh();
    };
    const failed = (error: unknown) =>
      this.#messages.replaceChildren(
        problem('Some rows could not be read.', error, () => this.#list.refresh()),
      );
    this.#rows = new PagedCache(ids, this.options.fetchRows, fetched, failed);
    const firsts = (groups ?? []).map((_, group) => ids[this.#entries.firstOf(group)]!);
    const headings = (some: readonly FindingId[]) => this.options.fetchHeadings(grouping, some);
    this.#headings = new PagedCache(firsts, headings, fetched, failed);
    this.#line = -1;
    this.#list.reset(this.count, groups ? 'tree' : 'listbox');
    const found = count(ids.length, 'finding');
    this.#status.textContent = groups ? `${found} in ${count(groups.length, 'group')}` : found;
    if (ids.length === 0) {
      this.#messages.replaceChildren(this.#nothing());
      return;
    }
    // New groups are looked over from the first on; otherwise the reader stays where she is.
    const stays = selected !== undefined && !(groups && regrouped) && this.selectFinding(selected);
    if (!stays) this.selectIndex(0);
  }

  #attributes(line: number): Attributes {
    const { groups, ids } = this.#entries;
    const entry = this.#entries.at(line);
    const place = (at: number, of: number) => ({
      'aria-posinset': String(at + 1),
      'aria-setsize': String(of),
    });
    if (!groups) return { role: 'option', ...place(line, ids.length) };
    const { group } = entry;
    if (entry.type === 'heading') {
      const expanded = String(this.#entries.isOpen(entry.group));
      return {
        role: 'treeitem',
        'aria-level': '1',
        'aria-expanded': expanded,
        ...place(entry.group, groups.length),
      };
    }
    const within = entry.position - this.#entries.firstOf(group!);
    return { role: 'treeitem', 'aria-level': '2', ...place(within, groups[group!]!.size) };
  }

  #render(row: HTMLElement, line: number): void {
    const entry = this.#entries.at(line);
    if (entry.type === 'finding') {
      renderRow(row, this.#rows?.get(entry.position));
      return;
    }
    renderHeading(row, {
      group: this.#entries.groups![entry.group]!,
      grouping: this.#grouping,
      words: this.#headings?.get(entry.group),
      open: this.#entries.isOpen(entry.group),
    });
  }

  #want(first: number, last: number): void {
    for (let line = first; line <= last; line++) {
      const entry = this.#entries.at(line);
      if (entry.type === 'finding') this.#rows?.want(entry.position);
      else if (this.#entries.groups![entry.group]!.label === undefined) this.#headings?.want(entry.group);
    }
  }

  #nothing(): HTMLElement {
    return el(
      'div',
      { class: 'nothing' },
      el('p', {}, 'No finding passes the filter.'),
      button({ class: 'link' }, this.options.onShowAll, 'Show all findings'),
    );
  }
}
