/** A handle between two panes that drags, and that the arrow keys move. */
import { el } from './dom.js';

const STEP = 16;

export interface SplitterOptions {
  readonly label: string;
  readonly controls: string;
  /** Width of the first pane in CSS pixels, as it stands. */
  readonly width: () => number;
  readonly least: number;
  readonly most: () => number;
  /** Called with the new width; undefined for the width that the page gives it by itself. */
  readonly onWidth: (width: number | undefined) => void;
}

/** The handle; a double click, or Enter, gives the pane its own width again. */
export function splitter({ label, controls, width, least, most, onWidth }: SplitterOptions): HTMLElement {
  const handle = el('div', {
    class: 'splitter',
    role: 'separator',
    tabindex: '0',
    'aria-orientation': 'vertical',
    'aria-label': label,
    'aria-controls': controls,
  });
  const say = () => {
    handle.setAttribute('aria-valuemin', String(least));
    handle.setAttribute('aria-valuemax', String(Math.round(most())));
    handle.setAttribute('aria-valuenow', String(Math.round(width())));
  };
  const set = (to: number | undefined) => {
    onWidth(to === undefined ? undefined : Math.round(Math.min(Math.max(to, least), most())));
    say();
  };
  handle.addEventListener('focus', say);
  handle.addEventListener('dblclick', () => set(undefined));
  handle.addEventListener('keydown', (event) => {
    const moves: Readonly<Record<string, () => number | undefined>> = {
      ArrowLeft: () => width() - STEP,
      ArrowRight: () => width() + STEP,
      Home: () => least,
      End: most,
      Enter: () => undefined,
    };
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (!move) return;
    event.preventDefault();
    set(move());
  });
  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    handle.focus();
    const [from, start] = [event.clientX, width()];
    handle.setPointerCapture(event.pointerId);
    const moved = (next: PointerEvent) => set(start + next.clientX - from);
    handle.addEventListener('pointermove', moved);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', moved), {
      once: true,
    });
  });
  // A role of range needs a value before it is ever focused.
  handle.setAttribute('aria-valuenow', String(least));
  return handle;
}
