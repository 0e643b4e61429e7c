/** A strip beside a column, in place of its scroll bar: where the shared runs lie in the text, and what of it is in view. */
import { el } from '../parts/dom.js';

/** A run's stretch of the column, in pixels from its top. */
interface Place {
  readonly run: number;
  /** Its passage counts nothing. */
  readonly weak: boolean;
  readonly top: number;
  readonly bottom: number;
}

/** So far beside a mark a click still means it, in pixels of the strip. */
const NEAR = 4;
/** Marks nearer to each other than this part of the strip are drawn as one. */
const FINEST = 1 / 400;

/** Hidden from screen readers: the same runs are reached with `n` and `p`, and their places are said. */
export class Overview {
  readonly element = el('div', { class: 'overview', 'aria-hidden': 'true' });
  readonly #marks = el('div', { class: 'overview-marks' });
  readonly #current = el('div', { class: 'overview-marks current' });
  readonly #view = el('div', { class: 'overview-view' });
  readonly #sizes = new ResizeObserver(() => this.#later());
  #places: readonly Place[] = [];
  #run = -1;
  #painted = false;
  #frame = 0;

  constructor(
    /** Scrolls; `text` is what of it can grow. */
    readonly column: HTMLElement,
    text: HTMLElement,
    /** The elements that show each run, once the text is painted. */
    readonly runs: ReadonlyMap<number, readonly HTMLElement[]>,
    readonly onRun: (run: number) => void,
  ) {
    this.element.append(this.#marks, this.#current, this.#view);
    column.addEventListener('scroll', () => this.#showView(), { passive: true });
    this.element.addEventListener('pointerdown', (event) => this.#press(event));
    // A click must not take the focus away from the list or the pair.
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
    this.#sizes.observe(column);
    this.#sizes.observe(text);
  }

  /** Draws the marks; called when the text stands. */
  draw(): void {
    this.#painted = true;
    this.#measure();
  }

  /** Marks the run that was stepped to; -1 for none. */
  setCurrent(run: number): void {
    this.#run = run;
    this.#showCurrent();
  }

  dispose(): void {
    this.#sizes.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  #later(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#measure());
  }

  #measure(): void {
    this.#showView();
    if (!this.#painted) return;
    this.#places = [...this.runs].flatMap(([run, elements]) =>
      elements.map(({ offsetTop, offsetHeight, classList }) => ({
        run,
        weak: classList.contains('weak'),
        top: offsetTop,
        bottom: offsetTop + offsetHeight,
      })),
    );
    this.#marks.replaceChildren(...this.#draw(this.#places));
    this.#showCurrent();
  }

  #showCurrent(): void {
    this.#current.replaceChildren(...this.#draw(this.#places.filter(({ run }) => run === this.#run)));
  }

  #draw(places: readonly Place[]): HTMLElement[] {
    const whole = Math.max(this.column.scrollHeight, 1);
    const [weak, strong] = [true, false].map((one) => places.filter((place) => place.weak === one));
    const drawn = [...joined(weak!, whole * FINEST), ...joined(strong!, whole * FINEST)];
    return drawn.map(({ top, bottom, weak }) => {
      const mark = el('div', { class: weak ? 'overview-mark weak' : 'overview-mark' });
      mark.style.top = `${(top / whole) * 100}%`;
      mark.style.height = `${((bottom - top) / whole) * 100}%`;
      return mark;
    });
  }

  #showView(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.column;
    this.#view.hidden = scrollHeight <= clientHeight;
    this.#view.style.top = `${(scrollTop / scrollHeight) * 100}%`;
    this.#view.style.height = `${(clientHeight / scrollHeight) * 100}%`;
  }

  /** On a mark: to its run, on both sides; elsewhere: to that place. From there on the pointer drags the view. */
  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    const { column, element } = this;
    const { top, height } = element.getBoundingClientRect();
    const scale = column.scrollHeight / Math.max(height, 1);
    const at = (event.clientY - top) * scale;
    if (event.target !== this.#view) {
      const run = runNear(this.#places, at, NEAR * scale);
      if (run === undefined) column.scrollTop = at - column.clientHeight / 2;
      else this.onRun(run);
    }
    const [from, start] = [event.clientY, column.scrollTop];
    element.setPointerCapture(event.pointerId);
    const moved = (next: PointerEvent) => (column.scrollTop = start + (next.clientY - from) * scale);
    element.addEventListener('pointermove', moved);
    element.addEventListener('lostpointercapture', () => element.removeEventListener('pointermove', moved), {
      once: true,
    });
  }
}

/** Places in order, those that touch or nearly do as one. */
function joined(places: readonly Place[], gap: number): Place[] {
  const result: Place[] = [];
  for (const place of places.toSorted((a, b) => a.top - b.top)) {
    const last = result.at(-1);
    if (!last || place.top > last.bottom + gap) result.push(place);
    else result[result.length - 1] = { ...last, bottom: Math.max(last.bottom, place.bottom) };
  }
  return result;
}

/** The run at a place, or the nearest one not farther than `near`. */
function runNear(places: readonly Place[], at: number, near: number): number | undefined {
  let [best, distance]: [number | undefined, number] = [undefined, near];
  for (const { run, top, bottom } of places) {
    const away = Math.max(top - at, at - bottom, 0);
    if (away < distance || (away === 0 && best === undefined)) [best, distance] = [run, away];
  }
  return best;
}
