/** What stands in a place while its content is on the way, or when it could not come. */
import { progressRing, pushButton } from '../toolkit.js';
import { button, el } from './dom.js';
import { t } from './l10n.js';

/** Shorter waits show nothing, so that nothing flickers. */
const QUIET_MS = 200;

/** Shows a ring in `place` if `work` takes long; takes it away when it ends, however it ends. */
export async function waiting<T>(place: HTMLElement, label: string, work: Promise<T>): Promise<T> {
  const ring = el('div', { class: 'waiting', role: 'status' });
  const timer = setTimeout(() => {
    ring.append(progressRing(label));
    place.append(ring);
  }, QUIET_MS);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    ring.remove();
  }
}

/** How far long work is. */
export interface Amount {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

/** Shows in `place` how far `work` is, once it says so, with a way to stop it; a ring until then. */
export async function waitingLong<T>(
  place: HTMLElement,
  label: string,
  onStop: () => void,
  work: (report: (amount: Amount) => void) => Promise<T>,
): Promise<T> {
  const words = el('span', {});
  const fill = el('div', { class: 'amount-fill' });
  const bar = el('div', { class: 'amount-bar', role: 'progressbar', 'aria-label': label }, fill);
  const amount = el('div', { class: 'amount' }, words, button({ class: 'link' }, onStop, t('Stop')), bar);
  const report = ({ phase, done, total }: Amount) => {
    const percent = total > 0 ? Math.floor((100 * done) / total) : 0;
    words.textContent = `${phase}: ${percent} %`;
    bar.setAttribute('aria-valuenow', String(percent));
    fill.style.width = `${percent}%`;
    if (!amount.isConnected) place.replaceChildren(amount);
  };
  try {
    return await waiting(place, label, work(report));
  } finally {
    amount.remove();
  }
}

/** A message in place of what failed, with a way to try again. */
export function problem(what: string, error: unknown, again?: () => void): HTMLElement {
  const message = error instanceof Error ? error.message : String(error);
  return el(
    'div',
    { class: 'problem', role: 'alert' },
    el('p', { class: 'problem-what' }, what),
    el('p', { dir: 'auto' }, message),
    again && pushButton(t('Try again'), again),
  );
}
