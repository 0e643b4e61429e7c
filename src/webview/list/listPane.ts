/** The left side: filter, sort, and the list of findings. */
import type { FindingId, FindingList, FindingQuery, Sort } from '../../shared/engineCalls.js';
import { button, el } from '../parts/dom.js';
import { SORT_NAMES } from '../parts/names.js';
import { count, whole } from '../parts/numbers.js';
import { problem, waiting } from '../parts/waiting.js';
import { select, textField } from '../toolkit.js';
import { renderRow } from './findingRow.js';
import { RowCache, type FetchRows } from './rowCache.js';
import { VirtualList } from './virtualList.js';

/** Height of a row in CSS pixels; panel.css says the same. */
const ROW_HEIGHT = 51;
const TYPING_MS = 150;

export type Query = Omit<FindingQuery, 'run'>;

export interface ListPaneOptions {
  readonly query: Query;
  readonly fetchList: (query: Query) => Promise<FindingList>;
  readonly fetchRows: FetchRows;
  readonly onQuery: (change: Partial<Query>) => void;
  readonly onSelect: (id: FindingId) => void;
  readonly onShowAll: () => void;
}

/** Shows one query's findings; knows which is selected, and where it stands. */
export class ListPane {
  readonly element: HTMLElement;
  readonly #list: VirtualList;
  readonly #status = el('div', { class: 'list-status', role: 'status' });
  readonly #messages = el('div', { class: 'list-messages' });
  readonly #filter;
  #rows: RowCache | undefined;
  #ids: readonly FindingId[] = [];
  #index = -1;
  #latest = 0;

  constructor(readonly options: ListPaneOptions) {
    let typing: ReturnType<typeof setTimeout> | undefined;
    this.#filter = textField('Filter', (text) => {
      clearTimeout(typing);
      typing = setTimeout(() => options.onQuery({ text }), TYPING_MS);
    });
    this.#filter.value = options.query.text;
    this.#list = new VirtualList({
      label: 'Findings',
      rowHeight: ROW_HEIGHT,
      render: (row, index) => renderRow(row, this.#rows?.get(index)),
      onView: (first, last) => this.#rows?.want(first, last),
      onSelect: (index) => this.selectIndex(index),
    });
    this.#list.element.dataset['keys'] = 'list';
    const sort = select<Sort>('Sort by', SORT_NAMES, options.query.sort, (value) =>
      options.onQuery({ sort: value }),
    );
    this.element = el(
      'section',
      { class: 'list-pane', 'aria-label': 'Findings' },
      el('div', { class: 'list-tools' }, this.#filter.element, sort),
      this.#status,
      this.#messages,
      this.#list.element,
    );
  }

  get index(): number {
    return this.#index;
  }

  get count(): number {
    return this.#ids.length;
  }

  get page(): number {
    return this.#list.page;
  }

  /** Shows the findings of `query`; keeps `selected` selected if it is among them, else takes the first. */
  async load(query: Query, selected: FindingId | undefined): Promise<void> {
    const turn = ++this.#latest;
    try {
      const work = this.options.fetchList(query);
      const { ids } = await waiting(this.#messages, 'Loading findings', work);
      if (turn !== this.#latest) return;
      this.#messages.replaceChildren();
      this.#show(ids, selected);
    } catch (error) {
      if (turn !== this.#latest) return;
      this.#messages.replaceChildren(
        problem('The findings could not be listed.', error, () => void this.load(query, selected)),
      );
    }
  }

  /** Selects by place in the list, held within it. */
  selectIndex(index: number): void {
    if (this.#ids.length === 0) return;
    const held = Math.min(Math.max(index, 0), this.#ids.length - 1);
    this.#index = held;
    this.#list.select(held);
    this.options.onSelect(this.#ids[held]!);
  }

  /** The place of a finding in the list, or -1. */
  indexOf(id: FindingId): number {
    return this.#ids.indexOf(id);
  }

  focus(): void {
    this.#list.element.focus();
  }

  focusFilter(): void {
    this.#filter.focus();
  }

  setFilter(text: string): void {
    this.#filter.value = text;
  }

  isFilter(target: EventTarget | null): boolean {
    return target === this.#filter.element;
  }

  #show(ids: readonly FindingId[], selected: FindingId | undefined): void {
    this.#ids = ids;
    this.#rows = new RowCache(
      ids,
      this.options.fetchRows,
      () => {
        this.#messages.replaceChildren();
        this.#list.refresh();
      },
      (error) =>
        this.#messages.replaceChildren(
          problem('Some rows could not be read.', error, () => this.#list.refresh()),
        ),
    );
    this.#list.reset(ids.length);
    this.#status.textContent = count(ids.length, 'finding');
    this.#index = -1;
    if (ids.length === 0) {
      this.#messages.replaceChildren(this.#nothing());
      return;
    }
    this.selectIndex(selected === undefined ? 0 : Math.max(0, ids.indexOf(selected)));
  }

  #nothing(): HTMLElement {
    return el(
      'div',
      { class: 'nothing' },
      el('p', {}, 'No finding passes the filter.'),
      button({ class: 'link' }, this.options.onShowAll, 'Show all findings'),
    );
  }

  /** "3 of 54", for the footer. */
  get place(): string {
    return this.#index < 0 ? '' : `${whole(this.#index + 1)} of ${whole(this.#ids.length)}`;
  }
}
