/** Chooses a range of bins: by dragging over them, or with two sliders that the arrow keys move. */
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';

/** While an edge is moved with keys, the range is reported after this pause. */
const PAUSE_MS = 250;
const PAGE = 4;
const NAMES = ['from', 'to'] as const;
type Handle = (typeof NAMES)[number];

export interface BrushOptions {
  readonly chart: Element;
  readonly bins: number;
  /** Number of an edge (0 … bins) → its value, for screen readers. */
  readonly valueOf: (edge: number) => number;
  readonly textOf: (edge: number, handle: Handle) => string;
  readonly label: string;
  readonly onMove: (from: number, to: number) => void;
  readonly onRange: (from: number, to: number) => void;
}

/** Holds a chart of `bins` equal bins. `set` moves it without reporting. */
export class Brush {
  readonly element: HTMLElement;
  readonly #handles: Readonly<Record<Handle, HTMLElement>>;
  readonly #shades: readonly [HTMLElement, HTMLElement];
  #from = 0;
  #to: number;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly options: BrushOptions) {
    this.#to = options.bins;
    this.#handles = { from: this.#handle('from'), to: this.#handle('to') };
    this.#shades = [el('span', { class: 'brush-shade' }), el('span', { class: 'brush-shade end' })];
    this.element = el(
      'div',
      { class: 'brush', role: 'group', 'aria-label': options.label },
      options.chart,
      ...this.#shades,
      this.#handles.from,
      this.#handles.to,
    );
    this.element.addEventListener('pointerdown', (event) => this.#drag(event));
    this.#show();
  }

  set(from: number, to: number): void {
    clearTimeout(this.#pause);
    this.#from = from;
    this.#to = to;
    this.#show();
  }

  focus(handle: Handle): void {
    this.#handles[handle].focus();
  }

  /** The handle that has the focus. */
  get focused(): Handle | undefined {
    return NAMES.find((name) => this.#handles[name] === document.activeElement);
  }

  #handle(name: Handle): HTMLElement {
    const handle = el('div', {
      class: `brush-handle ${name}`,
      role: 'slider',
      tabindex: '0',
      'aria-label': name === 'from' ? t('Least') : t('Most'),
      'aria-orientation': 'horizontal',
    });
    handle.addEventListener('keydown', (event) => this.#key(event, name));
    return handle;
  }

  #key(event: KeyboardEvent, name: Handle): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { bins } = this.options;
    const at = name === 'from' ? this.#from : this.#to;
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      PageDown: at - PAGE,
      PageUp: at + PAGE,
      Home: 0,
      End: bins,
    };
    const target = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (event.key === 'Escape') {
      [this.#from, this.#to] = [0, bins];
    } else if (target === undefined) {
      return;
    } else if (name === 'from') {
      this.#from = Math.min(Math.max(target, 0), this.#to - 1);
    } else {
      this.#to = Math.max(Math.min(target, bins), this.#from + 1);
    }
    event.preventDefault();
    event.stopPropagation();
    this.#show();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.options.onRange(this.#from, this.#to), PAUSE_MS);
  }

  /** A drag from a handle moves that edge; from elsewhere it begins a new range; a click takes one bin. */
  #drag(event: PointerEvent): void {
    if (event.button !== 0) return;
    const { bins, onRange } = this.options;
    const { left, width } = this.element.getBoundingClientRect();
    const place = (x: number) => ((x - left) / Math.max(width, 1)) * bins;
    const binAt = (x: number) => Math.min(Math.max(Math.floor(place(x)), 0), bins - 1);
    const handle = NAMES.find((name) => this.#handles[name] === event.target);
    const start = binAt(event.clientX);
    const fixed = handle === 'from' ? this.#to : this.#from;
    const move = (x: number) => {
      if (handle) {
        const edge = Math.min(Math.max(Math.round(place(x)), 0), bins);
        [this.#from, this.#to] =
          edge === fixed ? [this.#from, this.#to] : [Math.min(edge, fixed), Math.max(edge, fixed)];
      } else {
        [this.#from, this.#to] = [Math.min(start, binAt(x)), Math.max(start, binAt(x)) + 1];
      }
      this.#show();
    };
    this.element.setPointerCapture(event.pointerId);
    move(event.clientX);
    const moved = (next: PointerEvent) => move(next.clientX);
    const ended = () => {
      this.element.removeEventListener('pointermove', moved);
      this.element.removeEventListener('pointerup', ended);
      this.element.removeEventListener('pointercancel', ended);
      onRange(this.#from, this.#to);
    };
    this.element.addEventListener('pointermove', moved);
    this.element.addEventListener('pointerup', ended);
    this.element.addEventListener('pointercancel', ended);
  }

  #show(): void {
    const { bins, valueOf, textOf, onMove } = this.options;
    const percent = (edge: number) => `${(edge / bins) * 100}%`;
    for (const name of NAMES) {
      const edge = name === 'from' ? this.#from : this.#to;
      const handle = this.#handles[name];
      handle.style.left = percent(edge);
      handle.classList.toggle('idle', edge === (name === 'from' ? 0 : bins));
      handle.setAttribute('aria-valuemin', String(valueOf(0)));
      handle.setAttribute('aria-valuemax', String(valueOf(bins)));
      handle.setAttribute('aria-valuenow', String(valueOf(edge)));
      handle.setAttribute('aria-valuetext', textOf(edge, name));
    }
    this.#shades[0].style.width = percent(this.#from);
    this.#shades[1].style.width = percent(bins - this.#to);
    onMove(this.#from, this.#to);
  }
}
