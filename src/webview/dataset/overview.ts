/** A strip beside the scroll bar: where in the rows findings and found records are. */
import type { TableFindings } from '../../shared/tableCalls.js';
import { el } from '../parts/dom.js';
import { Shown } from './grid/shown.js';
import type { Found } from './search/found.js';

const WIDTH = 10;
const MARK = 3;

export class Overview {
  readonly element: HTMLCanvasElement;
  #findings: TableFindings | undefined;
  #found: Found | undefined;
  #shown = Shown.all(0);
  #frame = 0;

  constructor(onPick: (record: number) => void) {
    this.element = el('canvas', { class: 'overview', 'aria-hidden': 'true' });
    this.element.addEventListener('click', (event) => {
      const share = event.offsetY / Math.max(1, this.element.clientHeight);
      const { count } = this.#shown;
      if (count > 0) onPick(this.#shown.recordAt(Math.min(count - 1, Math.floor(share * count))));
    });
    new ResizeObserver(() => this.#later()).observe(this.element);
    // A change of theme changes the classes of the page.
    new MutationObserver(() => this.#later()).observe(document.body, { attributeFilter: ['class'] });
  }

  show(shown: Shown, findings: TableFindings | undefined, found: Found): void {
    this.#shown = shown;
    this.#findings = findings;
    this.#found = found;
    this.#later();
  }

  #later(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#paint();
    });
  }

  #paint(): void {
    const canvas = this.element;
    const height = canvas.clientHeight;
    const ratio = window.devicePixelRatio;
    canvas.width = WIDTH * ratio;
    canvas.height = height * ratio;
    const context = canvas.getContext('2d');
    const shown = this.#shown;
    if (!context || shown.count === 0) return;
    context.scale(ratio, ratio);
    const styles = getComputedStyle(canvas);
    const colour = (name: string) => styles.getPropertyValue(name).trim() || 'gray';
    const mark = (record: number, x: number, width: number) =>
      context.fillRect(x, Math.round((shown.placeOf(record) / shown.count) * (height - MARK)), width, MARK);
    const { records = [], kinds = [] } = this.#findings ?? {};
    for (const [i, record] of records.entries()) {
      context.fillStyle = colour(kinds[i] === 'too-little-evidence' ? '--quiet' : `--kind-${kinds[i]!}`);
      mark(record, 0, WIDTH / 2);
    }
    context.fillStyle = colour('--overview-hit');
    const found = this.#found;
    // So many marks as there are pixels are enough.
    const step = Math.max(1, Math.floor((found?.count ?? 0) / Math.max(1, 2 * height)));
    for (let place = 0; found && place < found.count; place += step)
      mark(found.at(place), WIDTH / 2, WIDTH / 2);
  }
}
