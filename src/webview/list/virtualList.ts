/** A list of any length of which only the rows in view exist. */
import { el, type Attributes } from '../parts/dom.js';
import type { SelectHow } from './selection.js';

/** Browsers stop placing boxes near 33 million pixels: longer lists scroll in a compressed space. */
const TALLEST = 12_000_000;
const OVERSCAN = 6;
/** Until the list is on the page. */
const ROW_HEIGHT = 42;

export interface VirtualListOptions {
  readonly label: string;
  /** Role and place of the row at `index`, for screen readers. */
  readonly attributes: (index: number) => Attributes;
  /** Fills `row` (empty, or as it was filled last) for the item at `index`. */
  readonly render: (row: HTMLElement, index: number) => void;
  /** Called with the rows in view after every change of view. */
  readonly onView: (first: number, last: number) => void;
  readonly isSelected: (index: number) => boolean;
  readonly onSelect: (index: number, target: Element, how: SelectHow) => void;
}

/** The cursor's row is the active descendant; the element itself keeps the focus. */
export class VirtualList {
  readonly element: HTMLElement;
  readonly #space = el('div', { class: 'list-space', role: 'presentation' });
  readonly #rows = new Map<number, HTMLElement>();
  /** The style sheet's --row-height in CSS pixels: the room decides it. */
  #rowHeight = ROW_HEIGHT;
  #count = 0;
  #cursor = -1;
  #frame = 0;

  constructor(readonly options: VirtualListOptions) {
    this.element = el(
      'div',
      {
        class: 'list',
        role: 'listbox',
        tabindex: '0',
        'aria-label': options.label,
        'aria-multiselectable': 'true',
      },
      this.#space,
    );
    this.element.addEventListener('scroll', () => this.#later(), { passive: true });
    new ResizeObserver(() => this.#measure()).observe(this.element);
    this.element.addEventListener('click', (event) => {
      const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
      if (!(row instanceof HTMLElement)) return;
      const how = event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'only';
      options.onSelect(Number(row.dataset['index']), event.target as Element, how);
    });
  }

  get count(): number {
    return this.#count;
  }

  /** Rows that a page holds, at least one. */
  get page(): number {
    return Math.max(1, Math.floor(this.element.clientHeight / this.#rowHeight) - 1);
  }

  /** Starts over with `count` rows, scrolled to the top; in a tree rows have levels. */
  reset(count: number, role: 'listbox' | 'tree'): void {
    this.element.setAttribute('role', role);
    this.element.scrollTop = 0;
    this.resize(count);
  }

  /** Has `count` rows from now on, each of which may be another one; stays where it is scrolled. */
  resize(count: number): void {
    this.#count = count;
    this.#cursor = -1;
    for (const row of this.#rows.values()) row.remove();
    this.#rows.clear();
    this.#space.style.height = `${this.#height}px`;
    this.refresh();
  }

  /** The first and the last row in view, or around it. */
  get range(): readonly [first: number, last: number] {
    return this.#range();
  }

  /** Puts the cursor on a row (-1 for none) and brings it into view. */
  moveTo(index: number): void {
    this.#cursor = index;
    if (index >= 0) this.#reveal(index);
    this.refresh();
  }

  /** Renders the rows in view anew. */
  refresh(): void {
    const [first, last] = this.#range();
    for (const [index, row] of this.#rows) {
      // The row of the cursor stays, so that the active descendant always exists.
      if ((index < first || index > last) && index !== this.#cursor) {
        row.remove();
        this.#rows.delete(index);
      }
    }
    const shift = this.element.scrollTop - this.#virtualTop;
    for (let index = first; index <= last; index++) this.#place(index, shift);
    if (this.#cursor >= 0 && this.#cursor < this.#count) this.#place(this.#cursor, shift);
    const active = this.#rows.get(this.#cursor);
    if (active) this.element.setAttribute('aria-activedescendant', active.id);
    else this.element.removeAttribute('aria-activedescendant');
    if (last >= first) this.options.onView(first, last);
  }

  get #full(): number {
    return this.#count * this.#rowHeight;
  }

  get #height(): number {
    return Math.min(this.#full, TALLEST);
  }

  /** How many rows' pixels one scrolled pixel stands for. */
  get #factor(): number {
    const view = this.element.clientHeight;
    return this.#full > TALLEST ? (this.#full - view) / (TALLEST - view) : 1;
  }

  get #virtualTop(): number {
    return this.element.scrollTop * this.#factor;
  }

  #range(): [number, number] {
    const rowHeight = this.#rowHeight;
    const top = this.#virtualTop;
    const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN);
    const last = Math.min(
      this.#count - 1,
      Math.ceil((top + this.element.clientHeight) / rowHeight) + OVERSCAN,
    );
    return [first, last];
  }

  #place(index: number, shift: number): void {
    let row = this.#rows.get(index);
    if (!row) {
      row = el('div', {
        class: 'row',
        id: `finding-${index}`,
        'data-index': String(index),
        ...this.options.attributes(index),
      });
      this.#rows.set(index, row);
      this.#space.append(row);
    }
    // Far rows are parked at the edge of the space: a compressed space has no place for them.
    const top = Math.min(Math.max(index * this.#rowHeight + shift, 0), this.#height);
    row.style.transform = `translateY(${Math.min(top, Math.max(0, this.#height - this.#rowHeight))}px)`;
    row.setAttribute('aria-selected', String(this.options.isSelected(index)));
    row.toggleAttribute('data-cursor', index === this.#cursor);
    this.options.render(row, index);
  }

  #reveal(index: number): void {
    const rowHeight = this.#rowHeight;
    const top = index * rowHeight;
    const view = this.element.clientHeight;
    const from = this.#virtualTop;
    if (top < from) this.element.scrollTop = top / this.#factor;
    else if (top + rowHeight > from + view) this.element.scrollTop = (top + rowHeight - view) / this.#factor;
  }

  /** Takes the height that rows have in the room there is; the first row in view stays the first. */
  #measure(): void {
    const style = getComputedStyle(this.element);
    const height = Number.parseFloat(style.getPropertyValue('--row-height')) || ROW_HEIGHT;
    if (height !== this.#rowHeight) {
      const first = this.#virtualTop / this.#rowHeight;
      this.#rowHeight = height;
      this.#space.style.height = `${this.#height}px`;
      this.element.scrollTop = (first * height) / this.#factor;
    }
    this.#later();
  }

  #later(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.refresh();
    });
  }
}
