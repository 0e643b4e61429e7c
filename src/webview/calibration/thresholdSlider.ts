/** One handle over a chart: the threshold, moved by mouse or keys. */
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';

const PAGE = 10;

export interface ThresholdSliderOptions {
  readonly chart: Element;
  /** Ascending values at equal distances along the chart. */
  readonly edges: readonly number[];
  readonly least: number;
  readonly value: number;
  readonly onMove: (value: number) => void;
}

export class ThresholdSlider {
  readonly element: HTMLElement;
  readonly #handle: HTMLElement;
  readonly #most: number;
  #value: number;

  constructor(readonly options: ThresholdSliderOptions) {
    this.#value = options.value;
    this.#most = Math.max(options.least, Math.floor(options.edges.at(-1)!));
    this.#handle = el('div', {
      class: 'threshold-handle',
      role: 'slider',
      tabindex: '0',
      'aria-label': t('Threshold in distinctive tokens'),
      'aria-orientation': 'horizontal',
      'aria-valuemin': String(options.least),
      'aria-valuemax': String(this.#most),
    });
    this.#handle.addEventListener('keydown', (event) => this.#key(event));
    this.element = el('div', { class: 'threshold' }, options.chart, this.#handle);
    this.element.addEventListener('pointerdown', (event) => this.#drag(event));
    this.set(this.#value);
  }

  /** Moves the handle as near to `value` as it goes, and reports it. */
  set(value: number): void {
    this.#value = Math.min(Math.max(Math.round(value), this.options.least), this.#most);
    this.#handle.style.left = `${100 * placeOf(this.options.edges, this.#value)}%`;
    this.#handle.setAttribute('aria-valuenow', String(this.#value));
    this.#handle.setAttribute('aria-valuetext', t('{0} tokens', this.#value));
    this.options.onMove(this.#value);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: this.#value + 1,
      ArrowUp: this.#value + 1,
      ArrowLeft: this.#value - 1,
      ArrowDown: this.#value - 1,
      PageUp: this.#value + PAGE,
      PageDown: this.#value - PAGE,
      Home: this.options.least,
      End: this.#most,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.set(to);
  }

  #drag(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    const { left, width } = this.element.getBoundingClientRect();
    const to = (x: number) => this.set(valueAt(this.options.edges, (x - left) / Math.max(width, 1)));
    const moved = (next: PointerEvent) => to(next.clientX);
    const ended = () => {
      this.element.removeEventListener('pointermove', moved);
      this.element.removeEventListener('pointerup', ended);
      this.element.removeEventListener('pointercancel', ended);
    };
    this.element.setPointerCapture(event.pointerId);
    this.element.addEventListener('pointermove', moved);
    this.element.addEventListener('pointerup', ended);
    this.element.addEventListener('pointercancel', ended);
    this.#handle.focus();
    to(event.clientX);
  }
}

/** Where `value` stands along the edges, from 0 to 1. */
function placeOf(edges: readonly number[], value: number): number {
  const bins = edges.length - 1;
  const bin = Math.min(Math.max(edges.findLastIndex((edge) => edge <= value), 0), bins - 1); // prettier-ignore
  const within = (value - edges[bin]!) / (edges[bin + 1]! - edges[bin]!);
  return Math.min(Math.max((bin + within) / bins, 0), 1);
}

/** The value at `place` along the edges. */
function valueAt(edges: readonly number[], place: number): number {
  const bins = edges.length - 1;
  const along = Math.min(Math.max(place, 0), 1) * bins;
  const bin = Math.min(Math.floor(along), bins - 1);
  return edges[bin]! + (along - bin) * (edges[bin + 1]! - edges[bin]!);
}
