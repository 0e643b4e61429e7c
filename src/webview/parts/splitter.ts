/** A handle between two panes that drags, and that the arrow keys move. */
import { el } from './dom.js';

const STEP = 16;

export interface SplitterOptions {
  readonly label: string;
  readonly controls: string;
  /** What it stands between: it moves from side to side, or up and down. */
  readonly between: 'columns' | 'rows';
  /** Size of the first pane in CSS pixels, as it stands. */
  readonly size: () => number;
  readonly least: number;
  readonly most: () => number;
  /** Called with the new size; undefined for the size that the page gives it by itself. */
  readonly onSize: (size: number | undefined) => void;
}

/** The handle; a double click, or Enter, gives the pane its own size again. */
export function splitter({
  label,
  controls,
  between,
  size,
  least,
  most,
  onSize,
}: SplitterOptions): HTMLElement {
  const upright = between === 'columns';
  const handle = el('div', {
    class: `splitter ${between}`,
    role: 'separator',
    tabindex: '0',
    'aria-orientation': upright ? 'vertical' : 'horizontal',
    'aria-label': label,
    'aria-controls': controls,
  });
  const say = () => {
    handle.setAttribute('aria-valuemin', String(least));
    handle.setAttribute('aria-valuemax', String(Math.round(most())));
    handle.setAttribute('aria-valuenow', String(Math.round(size())));
  };
  const set = (to: number | undefined) => {
    onSize(to === undefined ? undefined : Math.round(Math.min(Math.max(to, least), most())));
    say();
  };
  handle.addEventListener('focus', say);
  handle.addEventListener('dblclick', () => set(undefined));
  handle.addEventListener('keydown', (event) => {
    const moves: Readonly<Record<string, () => number | undefined>> = {
      [upright ? 'ArrowLeft' : 'ArrowUp']: () => size() - STEP,
      [upright ? 'ArrowRight' : 'ArrowDown']: () => size() + STEP,
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
    const place = ({ clientX, clientY }: PointerEvent) => (upright ? clientX : clientY);
    const [from, start] = [place(event), size()];
    handle.setPointerCapture(event.pointerId);
    const moved = (next: PointerEvent) => set(start + place(next) - from);
    handle.addEventListener('pointermove', moved);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', moved), {
      once: true,
    });
  });
  // A role of range needs a value before it is ever focused.
  handle.setAttribute('aria-valuenow', String(least));
  return handle;
}
