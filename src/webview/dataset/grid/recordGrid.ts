/**
 * A grid of any number of records of which only the rows in view exist. The element itself keeps the focus; the
 * current row is its active descendant and exists always.
 */
import { Selection, type SelectHow } from '../../list/selection.js';
import { el } from '../../parts/dom.js';
import { ScrollScale } from './scrollScale.js';

/** Height of a row in CSS pixels; dataset.css says the same. */
const ROW_HEIGHT = 46;
const OVERSCAN = 4;

export type Move = 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last';

export interface RecordGridOptions {
  readonly label: string;
  readonly columns: readonly string[];
  /** Fills `row` for a record, or with a placeholder while it is on its way. */
  readonly render: (row: HTMLElement, record: number) => void;
  /** Called with the records in view after every change of view. */
  readonly onView: (first: number, last: number) => void;
  readonly onSelect: (record: number, how: SelectHow) => void;
  readonly onOpen: () => void;
}

export class RecordGrid {
  readonly element: HTMLElement;
  readonly #head: HTMLElement;
  readonly #space = el('div', { class: 'grid-space', role: 'rowgroup' });
  readonly #window = el('div', { class: 'grid-window', role: 'presentation' });
  readonly #rows = new Map<number, HTMLElement>();
  readonly #scale = new ScrollScale(ROW_HEIGHT);
  /** Position in the rows, in pixels: exact, whatever the scroll bar can show. */
  #top = 0;
  /** Where the scroll bar was put by us. */
  #put = 0;
  readonly #selection = new Selection();
  #frame = 0;

  constructor(readonly options: RecordGridOptions) {
    const cells = options.columns.map((name) => el('div', { role: 'columnheader' }, name));
    this.#head = el(
      'div',
      { class: 'grid-head', role: 'rowgroup' },
      el('div', { class: 'grid-cells', role: 'row', 'aria-rowindex': '1' }, ...cells),
    );
    this.#space.append(this.#window);
    this.element = el(
      'div',
      {
        class: 'grid',
        role: 'grid',
        tabindex: '0',
        'aria-label': options.label,
        'aria-multiselectable': 'true',
        'aria-colcount': String(options.columns.length),
        'data-keys': 'grid',
      },
      this.#head,
      this.#space,
    );
    this.element.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    this.element.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    this.element.addEventListener('click', (event) => this.#clicked(event));
    this.element.addEventListener('mousedown', (event) => this.#pressed(event));
    this.element.addEventListener('dblclick', () => options.onOpen());
    new ResizeObserver(() => this.#resized()).observe(this.element);
  }

  get count(): number {
    return this.#scale.rows;
  }

  get current(): number {
    return this.#selection.cursor;
  }

  /** How many records are selected, the current one included. */
  get selected(): number {
    return this.#selection.sizeWithin(this.count);
  }

  isSelected(record: number): boolean {
    return this.#selection.has(record);
  }

  /** The table has so many records, as far as is known; the place stays. */
  setCount(count: number): void {
    this.#scale.rows = count;
    this.element.setAttribute('aria-rowcount', String(count + 1));
    this.#space.style.height = `${this.#scale.height}px`;
    this.#scrollTo(this.#top);
  }

  /** Makes a record the current one and brings it into view: in the middle if it is far. */
  select(record: number, how: SelectHow = 'only'): void {
    this.#selection.select(record, how);
    this.#reveal();
  }

  /** Selects all records, those too that are still to be counted; the current one stays. */
  selectAll(): void {
    this.#selection.all();
    this.refresh();
  }

  #reveal(): void {
    const top = this.current * ROW_HEIGHT;
    const { view } = this.#scale;
    // A page that is not laid out yet has no view; the row is brought into it when it has.
    if (view === 0) return;
    const above = top - this.#top;
    const below = top + ROW_HEIGHT - this.#top - view;
    if (above < 0 || below > 0) {
      const near = above > -view && below < view;
      this.#scrollTo(!near ? top - (view - ROW_HEIGHT) / 2 : above < 0 ? top : this.#top + below);
    } else this.refresh();
  }

  /** The record to which a key leads from the current one. */
  moved(move: Move): number {
    const page = Math.max(1, Math.floor(this.#scale.view / ROW_HEIGHT) - 1);
    const steps = { up: -1, down: 1, pageUp: -page, pageDown: page, first: -Infinity, last: Infinity };
    return Math.min(Math.max(this.current + steps[move], 0), Math.max(0, this.count - 1));
  }

  /** Renders the rows in view anew. */
  refresh(): void {
    const [first, last] = this.#range();
    for (const [record, row] of this.#rows) {
      if ((record < first || record > last) && record !== this.current) {
        row.remove();
        this.#rows.delete(record);
      }
    }
    for (let record = first; record <= last; record++) this.#place(record);
    if (this.current >= 0 && this.current < this.count) this.#place(this.current);
    const active = this.#rows.get(this.current);
    if (active) this.element.setAttribute('aria-activedescendant', active.id);
    else this.element.removeAttribute('aria-activedescendant');
    if (last >= first) this.options.onView(first, last);
  }

  #range(): [number, number] {
    const first = Math.floor(this.#top / ROW_HEIGHT) - OVERSCAN;
    const last = Math.ceil((this.#top + this.#scale.view) / ROW_HEIGHT) + OVERSCAN;
    return [Math.max(0, first), Math.min(this.count - 1, last)];
  }

  #place(record: number): void {
    let row = this.#rows.get(record);
    if (!row) {
      row = el('div', { class: 'grid-row', role: 'row', id: `record-${record}` });
      row.setAttribute('aria-rowindex', String(record + 2));
      row.dataset['record'] = String(record);
      this.#rows.set(record, row);
      this.#window.append(row);
    }
    const from = record * ROW_HEIGHT - this.#top;
    // A current row that is far away is parked out of sight.
    const held = Math.max(-2 * ROW_HEIGHT, Math.min(from, this.#scale.view + ROW_HEIGHT));
    row.style.transform = `translateY(${held}px)`;
    row.setAttribute('aria-selected', String(this.isSelected(record)));
    row.toggleAttribute('data-cursor', record === this.current);
    this.options.render(row, record);
  }

  #scrollTo(top: number): void {
    this.#top = Math.min(Math.max(top, 0), this.#scale.last);
    this.element.scrollTop = this.#scale.toScroll(this.#top);
    this.#put = this.element.scrollTop;
    this.refresh();
  }

  #scrolled(): void {
    const { scrollTop } = this.element;
    // Our own move, which the scroll bar shows only roughly.
    if (this.#scale.scaled && Math.abs(scrollTop - this.#put) < 1) return;
    this.#put = scrollTop;
    this.#top = Math.min(this.#scale.toRows(scrollTop), this.#scale.last);
    this.#later();
  }

  #wheel(event: WheelEvent): void {
    if (!this.#scale.scaled || event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    const unit = [1, ROW_HEIGHT, this.#scale.view][event.deltaMode] ?? 1;
    this.#scrollTo(this.#top + event.deltaY * unit);
  }

  #clicked(event: MouseEvent): void {
    const row = event.target instanceof Element ? event.target.closest('.grid-row') : null;
    if (!(row instanceof HTMLElement)) return;
    const how = event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'only';
    this.options.onSelect(Number(row.dataset['record']), how);
  }

  /** Text between two clicks is not what Shift is held for. */
  #pressed(event: MouseEvent): void {
    if (!event.shiftKey) return;
    event.preventDefault();
    this.element.focus();
  }

  #resized(): void {
    const before = this.#scale.view;
    const head = this.#head.offsetHeight;
    this.#window.style.top = `${head}px`;
    this.#scale.view = Math.max(0, this.element.clientHeight - head);
    this.#scrollTo(this.#top);
    if (before === 0 && this.current >= 0) this.#reveal();
  }

  #later(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.refresh();
    });
  }
}
