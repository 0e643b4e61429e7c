/** The bar between rows and record: dragged, or moved with the arrow keys. */
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';

const LEAST = 0.15;
const MOST = 0.85;
const STEP = 0.05;

/** Calls `onShare` with the share of `area` that the part after the bar takes. */
export function splitter(area: HTMLElement, share: number, onShare: (share: number) => void): HTMLElement {
  let now = share;
  const bar = el('div', {
    class: 'splitter',
    role: 'separator',
    tabindex: '0',
    'aria-label': t('Size of the record'),
    'aria-valuemin': String(LEAST * 100),
    'aria-valuemax': String(MOST * 100),
  });
  const isBeside = () => getComputedStyle(area).flexDirection === 'row';
  const set = (value: number) => {
    now = Math.min(MOST, Math.max(LEAST, value));
    bar.setAttribute('aria-valuenow', String(Math.round(now * 100)));
    bar.setAttribute('aria-orientation', isBeside() ? 'vertical' : 'horizontal');
    onShare(now);
  };
  bar.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    bar.setPointerCapture(event.pointerId);
  });
  bar.addEventListener('pointermove', (event) => {
    if (!bar.hasPointerCapture(event.pointerId)) return;
    const box = area.getBoundingClientRect();
    set(isBeside() ? (box.right - event.clientX) / box.width : (box.bottom - event.clientY) / box.height);
  });
  bar.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: STEP, ArrowUp: STEP, ArrowRight: -STEP, ArrowDown: -STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(now + by);
  });
  set(share);
  return bar;
}
