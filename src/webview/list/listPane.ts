/** The left side's list of findings: which are shown, which is selected, and where it stands. */
import type { FindingRow } from '../../shared/engineCalls.js';
import type { FindingId, FindingList, Grouping } from '../../shared/findingQuery.js';
import type { FindingState } from '../../shared/verdict.js';
import { button, el } from '../parts/dom.js';
import { plural, t } from '../parts/l10n.js';
import { whole } from '../parts/numbers.js';
import { problem, waitingLong, type Amount } from '../parts/waiting.js';
import type { Query } from '../place.js';
import { Entries } from './entries.js';
import { renderRow } from './findingRow.js';
import { renderHeading } from './groupHeading.js';
import { lineAttributes } from './lineAttributes.js';
import { PagedCache, type Fetch } from './pagedCache.js';
import { Selection, type SelectHow } from './selection.js';
import { Standing } from './standing.js';
import { VirtualList } from './virtualList.js';

export interface ListPaneOptions {
  /** What stands above the list: histogram, filter, order. */
  readonly tools: readonly HTMLElement[];
  readonly fetchList: (
    query: Query,
    signal: AbortSignal,
    report: (amount: Amount) => void,
  ) => Promise<FindingList>;
  /** The reader stopped a long search: the list still shows the findings of `shown`, or none yet. */
  readonly onStop: (shown: Query | undefined) => void;
  readonly fetchRows: Fetch<FindingRow>;
  readonly fetchHeadings: (group: Grouping, ids: readonly FindingId[]) => Promise<readonly string[]>;
  /** Undefined where no finding passes the filter. */
  readonly onSelect: (id: FindingId | undefined) => void;
  readonly onShowAll: () => void;
  readonly reviewer: string;
  /** The filter by verdict, beside the number of findings where there is room. */
  readonly verdicts: HTMLElement;
  /** Stands beside the number of findings. */
  readonly offer: HTMLElement;
  /** The row of the cursor: undefined until it is fetched, and again whenever it is fetched anew. */
  readonly onRow: (row: FindingRow | undefined) => void;
  readonly onRefresh: () => void;
}

/** Shows one query's findings; a selected line is a finding, or the heading of a group of them. */
export class ListPane {
  readonly element: HTMLElement;
  readonly #list: VirtualList;
  readonly #status = el('div', { class: 'list-status', role: 'status' });
  readonly #still = el('div', { class: 'still-shown' });
  readonly #messages = el('div', { class: 'list-messages' });
  #entries = new Entries({ total: 0, ids: [], judged: [] });
  #grouping: Grouping = { by: 'none' };
  #rows: PagedCache<FindingRow> | undefined;
  #headings: PagedCache<string> | undefined;
  #standing = new Standing({ ids: [], judged: [] }, []);
  readonly #selection = new Selection();
  #loading: AbortController | undefined;
  #shown: Query | undefined;

  constructor(readonly options: ListPaneOptions) {
    this.#list = new VirtualList({
      label: t('Findings'),
      attributes: (line) => lineAttributes(this.#entries, line),
      render: (row, line) => this.#render(row, line),
      onView: (first, last) => this.#want(first, last),
      isSelected: (line) => this.#selection.has(line),
      onSelect: (line, target, how) => {
        this.selectIndex(line, how);
        if (target.closest('.heading-twistie')) this.toggleGroup();
      },
    });
    this.#list.element.dataset['keys'] = 'list';
    this.element = el(
      'section',
      { class: 'list-pane', 'aria-label': t('Findings') },
      ...options.tools,
      el('div', { class: 'list-head' }, options.verdicts, this.#status, this.#still, options.offer),
      this.#messages,
      this.#list.element,
    );
  }

  /** The line of the cursor, or -1. */
  get index(): number {
    return this.#selection.cursor;
  }

  /** How many lines there are: findings, and headings of groups. */
  get count(): number {
    return this.#entries.count;
  }

  get page(): number {
    return this.#list.page;
  }

  /** The findings that the selected lines stand for: one, or all of a group. */
  get chosen(): readonly FindingId[] {
    return [...new Set(this.#selection.places.flatMap((line) => this.#entries.idsAt(line)))];
  }

  /** The row of the cursor, if it is a finding and has been fetched. */
  get row(): FindingRow | undefined {
    const entry = this.index < 0 ? undefined : this.#entries.at(this.index);
    return entry?.type === 'finding' ? this.#rows?.get(entry.position) : undefined;
  }

  /** Shows the findings of `query`; keeps `selected` selected if it is among them, else takes the first. */
  async load(query: Query, selected: FindingId | undefined): Promise<void> {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    try {
      const list = await waitingLong(
        this.#messages,
        t('Loading findings'),
        () => this.options.onStop(this.#shown),
        (report) => this.options.fetchList(query, loading.signal, report),
      );
      if (loading.signal.aborted) return;
      // What is loaded first are the groups that the reader left.
      const regrouped = this.#shown !== undefined && !isEqual(query.group, this.#shown.group);
      this.#shown = query;
      this.#messages.replaceChildren();
      this.#standing = new Standing(list, query.verdicts ?? []);
      this.#show(list, query.group, selected, regrouped);
    } catch (error) {
      if (loading.signal.aborted) return;
      this.#messages.replaceChildren(
        problem(t('The findings could not be listed.'), error, () => void this.load(query, selected)),
      );
    }
  }

  /** Selects a line, held within the list. */
  selectIndex(line: number, how: SelectHow = 'only'): void {
    if (this.count === 0) return;
    const held = Math.min(Math.max(line, 0), this.count - 1);
    this.#selection.select(held, how);
    this.#list.moveTo(held);
    this.#sayStatus();
    this.options.onSelect(this.#entries.idsAt(held)[0]);
    this.options.onRow(this.row);
  }

  /** Selects every line; the cursor stays. */
  selectAll(): void {
    if (this.count === 0) return;
    this.#selection.all(this.count);
    this.#list.refresh();
    this.#sayStatus();
  }

  /** Leaves only the cursor's line selected; false if it is the only one already. */
  selectOne(): boolean {
    if (this.#selection.size <= 1) return false;
    this.selectIndex(this.index);
    return true;
  }

  /** True if everything that a line stands for is judged. */
  isJudged(line: number): boolean {
    return this.#standing.isJudged(this.#entries.idsAt(line));
  }

  /** The next line with something open after all selected ones, else the first such line, else the cursor's. */
  nextOpen(): number {
    const last = this.#selection.places.at(-1) ?? this.index;
    for (let step = 1; step <= this.count; step++) {
      const line = (last + step) % this.count;
      const entry = this.#entries.at(line);
      // The findings of an open group stand below its heading.
      const opened = entry.type === 'heading' && this.#entries.isOpen(entry.group);
      if (!opened && !this.isJudged(line)) return line;
    }
    return this.index;
  }

  /** Takes note of new verdicts; what they take out of the filter stays until the list is refreshed. */
  changeStates(changed: readonly FindingState[]): void {
    this.#standing.change(changed);
    this.refreshRows();
    this.#list.refresh();
    this.#sayStatus();
  }

  /** Fetches the rows anew, without a flicker. */
  refreshRows(): void {
    const [first, last] = this.#list.range;
    const lines = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
    if (this.index >= 0) lines.push(this.index);
    const entries = lines.map((line) => this.#entries.at(line));
    this.#rows?.refresh(entries.flatMap((entry) => (entry.type === 'finding' ? [entry.position] : [])));
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

  /** Selects the first line that stands for one of `ids`, a closed group's heading included; stays if the cursor's does. */
  selectOneOf(ids: readonly FindingId[]): void {
    const wanted = new Set(ids);
    if (this.index >= 0 && this.#entries.idsAt(this.index).some((id) => wanted.has(id))) return;
    const position = this.#entries.ids.findIndex((id) => wanted.has(id));
    if (position >= 0) this.selectIndex(this.#entries.lineOf(position));
  }

  /** Opens or closes the group of the selected line; closing selects its heading. */
  toggleGroup(open?: boolean): void {
    const entry = this.index < 0 ? undefined : this.#entries.at(this.index);
    if (entry?.group === undefined) return;
    const { group } = entry;
    const isOpen = this.#entries.isOpen(group);
    if (open === true && isOpen && entry.type === 'heading') {
      this.selectIndex(this.index + 1);
      return;
    }
    if (open === isOpen || (open === true && entry.type === 'finding')) return;
    this.#entries.toggle(group);
    this.#list.resize(this.count);
    this.selectIndex(this.#entries.headingOf(group));
  }

  /** Leaves a finding for the heading of its group; on a heading, closes the group. */
  leaveGroup(): void {
    const entry = this.index < 0 ? undefined : this.#entries.at(this.index);
    if (entry?.group === undefined) return;
    if (entry.type === 'finding') this.selectIndex(this.#entries.headingOf(entry.group));
    else this.toggleGroup(false);
  }

  isList(target: EventTarget | null): boolean {
    return target === this.#list.element;
  }

  focus(): void {
    this.#list.element.focus();
  }

  /** "3 of 54", or "group of 300", for the footer. */
  get place(): string {
    if (this.index < 0) return '';
    const entry = this.#entries.at(this.index);
    return entry.type === 'heading'
      ? t('group of {0}', whole(this.#entries.idsAt(this.index).length))
      : t('{0} of {1}', whole(entry.position + 1), whole(this.#entries.ids.length));
  }

  #show(list: FindingList, grouping: Grouping, selected: FindingId | undefined, regrouped: boolean): void {
    this.#entries = new Entries(list);
    this.#grouping = grouping;
    const { ids, groups } = this.#entries;
    const fetched = () => {
      this.#messages.replaceChildren();
      this.#list.refresh();
    };
    const failed = (error: unknown) =>
      this.#messages.replaceChildren(
        problem(t('Some rows could not be read.'), error, () => this.#list.refresh()),
      );
    const rowsFetched = () => {
      fetched();
      this.options.onRow(this.row);
    };
    this.#rows = new PagedCache(ids, this.options.fetchRows, rowsFetched, failed);
    const firsts = (groups ?? []).map((_, group) => ids[this.#entries.firstOf(group)]!);
    const headings = (some: readonly FindingId[]) => this.options.fetchHeadings(grouping, some);
    this.#headings = new PagedCache(firsts, headings, fetched, failed);
    this.#selection.clear();
    this.#list.reset(this.count, groups ? 'tree' : 'listbox');
    this.#sayStatus();
    if (ids.length === 0) {
      this.#messages.replaceChildren(this.#nothing());
      this.options.onSelect(undefined);
      this.options.onRow(undefined);
      return;
    }
    // New groups are looked over from the first on; otherwise the reader stays where she is.
    const stays = selected !== undefined && !(groups && regrouped) && this.selectFinding(selected);
    if (!stays) this.selectIndex(0);
  }

  #render(row: HTMLElement, line: number): void {
    const entry = this.#entries.at(line);
    if (entry.type === 'finding') {
      renderRow(row, this.#rows?.get(entry.position), this.options.reviewer);
      return;
    }
    renderHeading(row, {
      group: this.#entries.groups![entry.group]!,
      grouping: this.#grouping,
      words: this.#headings?.get(entry.group),
      open: this.#entries.isOpen(entry.group),
      judged: this.#standing.judgedOf(this.#entries.idsAt(line)),
    });
  }

  #want(first: number, last: number): void {
    for (let line = first; line <= last; line++) {
      const entry = this.#entries.at(line);
      if (entry.type === 'finding') this.#rows?.want(entry.position);
      else if (this.#entries.groups![entry.group]!.label === undefined) this.#headings?.want(entry.group);
    }
  }

  /** "125 findings in 9 groups · 3 selected", and "2 judged items still shown: refresh list" */
  #sayStatus(): void {
    const { ids, groups } = this.#entries;
    const found = plural(ids.length, '{0} finding', '{0} findings');
    const many = this.#selection.size > 1 ? ` · ${t('{0} selected', whole(this.chosen.length))}` : '';
    const where = groups ? plural(groups.length, '{1} in {0} group', '{1} in {0} groups', found) : found;
    this.#status.textContent = where + many;
    this.#still.replaceChildren();
    if (this.#standing.passed === 0) return;
    const still = plural(
      this.#standing.passed,
      '{0} judged item still shown:',
      '{0} judged items still shown:',
    );
    // The link goes with what it refreshes: keys act in the list from then on.
    const refresh = () => {
      this.options.onRefresh();
      this.focus();
    };
    this.#still.append(`${still} `, button({ class: 'link' }, refresh, t('refresh list')));
  }

  #nothing(): HTMLElement {
    return el(
      'div',
      { class: 'nothing' },
      el('p', {}, t('No finding passes the filter.')),
      button({ class: 'link' }, this.options.onShowAll, t('Show all findings')),
    );
  }
}

function isEqual(one: Grouping, other: Grouping): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
