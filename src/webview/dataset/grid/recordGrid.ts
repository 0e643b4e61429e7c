/**
 * A grid of any number of records of which only the rows in view exist. The element itself keeps the focus; the
 * current row is its active descendant and exists always.
 */
import { Selection, type SelectHow } from '../../list/selection.js';
import { el } from '../../parts/dom.js';
import { ScrollScale } from './scrollScale.js';
import { Shown } from './shown.js';

/** Height of a row in CSS pixels; dataset.css says the same. */
const ROW_HEIGHT = 46;
const OVERSCAN = 4;

export type Move = 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last';

export interface RecordGridOptions {
  readonly label: string;
  readonly columns: readonly string[];
  /** Fills `row` for a record, or with a placeholder while it is on its way. */
  readonly render: (row: HTMLElement, record: number) => void;
  /** Called with the places in view after every change of view. */
  readonly onView: (first: number, last: number) => void;
  readonly onSelect: (record: number, how: SelectHow) => void;
  readonly onOpen: () => void;
}

export class RecordGrid {
  readonly element: HTMLElement;
  readonly #head: HTMLElement;
  readonly #space = el('div', { class: 'grid-space', role: 'rowgroup' });
  readonly #window = el('div', { class: 'grid-window', role: 'presentation' });
  /** By place. */
  readonly #rows = new Map<number, HTMLElement>();
  readonly #scale = new ScrollScale(ROW_HEIGHT);
  /** Position in the rows, in pixels: exact, whatever the scroll bar can show. */
  #top = 0;
  /** Where the scroll bar was put by us. */
  #put = 0;
  #shown = Shown.all(0);
  /** Of places. */
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

  /** The current record; -1 for none. */
  get current(): number {
    const { cursor } = this.#selection;
    return cursor < 0 ? -1 : this.#shown.recordAt(cursor);
  }

  /** How many records are selected, the current one included. */
  get selected(): number {
    return this.#selection.sizeWithin(this.count);
  }

  isSelected(record: number): boolean {
    return this.#shown.has(record) && this.#selection.has(this.#shown.placeOf(record));
  }

  /** Shows these records, as far as they are known; the place stays. */
  show(shown: Shown): void {
    const { current } = this;
    const isOther = shown.only !== this.#shown.only;
    this.#shown = shown;
    const { count } = shown;
    this.#scale.rows = count;
    this.element.setAttribute('aria-rowcount', String(count + 1));
    this.#space.style.height = `${this.#scale.height}px`;
    if (isOther) this.#startOver(shown.near(current));
    else this.#scrollTo(this.#top);
  }

  /** Every place holds another record now. */
  #startOver(record: number): void {
    for (const row of this.#rows.values()) row.remove();
    this.#rows.clear();
    this.#selection.select(this.#shown.placeOf(record), 'only');
    this.#scrollTo(this.#selection.cursor * ROW_HEIGHT - (this.#scale.view - ROW_HEIGHT) / 2);
  }

  /** Makes a record the current one and brings it into view: in the middle if it is far. */
  select(record: number, how: SelectHow = 'only'): void {
    this.#selection.select(this.#shown.placeOf(record), how);
    this.#reveal();
  }

  /** Selects all records shown, those too that are still to be counted; the current one stays. */
  selectAll(): void {
    this.#selection.all();
    this.refresh();
  }

  #reveal(): void {
    const top = this.#selection.cursor * ROW_HEIGHT;
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
    const place = Math.max(this.#selection.cursor + steps[move], 0);
    return this.#shown.recordAt(Math.min(place, Math.max(0, this.count - 1)));
  }

  /** Renders the rows in view anew. */
  refresh(): void {
    const [first, last] = this.#range();
    const { cursor } = this.#selection;
    for (const [place, row] of this.#rows) {
      if ((place < first || place > last) && place !== cursor) {
        row.remove();
        this.#rows.delete(place);
      }
    }
    for (let place = first; place <= last; place++) this.#place(place);
    if (cursor >= 0 && cursor < this.count) this.#place(cursor);
    const active = this.#rows.get(cursor);
    if (active) this.element.setAttribute('aria-activedescendant', active.id);
    else this.element.removeAttribute('aria-activedescendant');
    if (last >= first) this.options.onView(first, last);
  }

  #range(): [number, number] {
    const first = Math.floor(this.#top / ROW_HEIGHT) - OVERSCAN;
    const last = Math.ceil((this.#top + this.#scale.view) / ROW_HEIGHT) + OVERSCAN;
    return [Math.max(0, first), Math.min(this.count - 1, last)];
  }

  #place(place: number): void {
    const record = this.#shown.recordAt(place);
    let row = this.#rows.get(place);
    if (!row) {
      row = el('div', { class: 'grid-row', role: 'row', id: `record-${record}` });
      row.setAttribute('aria-rowindex', String(place + 2));
      row.dataset['record'] = String(record);
      this.#rows.set(place, row);
      this.#window.append(row);
    }
    const from = place * ROW_HEIGHT - this.#top;
    // A current row that is far away is parked out of sight.
    const held = Math.max(-2 * ROW_HEIGHT, Math.min(from, this.#scale.view + ROW_HEIGHT));
    row.style.transform = `translateY(${held}px)`;
    row.setAttribute('aria-selected', String(this.#selection.has(place)));
    row.toggleAttribute('data-cursor', place === this.#selection.cursor);
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
    const at = this.#selection.cursor * ROW_HEIGHT - this.#top;
    // A note that opens below must not hide the record that it is on.
    const wasInView = at >= 0 && at + ROW_HEIGHT <= before;
    const head = this.#head.offsetHeight;
    this.#window.style.top = `${head}px`;
    this.#scale.view = Math.max(0, this.element.clientHeight - head);
    this.#scrollTo(this.#top);
    if ((before === 0 || wasInView) && this.#selection.cursor >= 0) this.#reveal();
  }

  #later(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.refresh();
    });
  }
}
