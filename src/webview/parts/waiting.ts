/** What stands in a place while its content is on the way, or when it could not come. */
import { progressRing, pushButton } from '../toolkit.js';
import { el } from './dom.js';

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

/** A message in place of what failed, with a way to try again. */
export function problem(what: string, error: unknown, again?: () => void): HTMLElement {
  const message = error instanceof Error ? error.message : String(error);
  return el(
    'div',
    { class: 'problem', role: 'alert' },
    el('p', { class: 'problem-what' }, what),
    el('p', { dir: 'auto' }, message),
    again && pushButton('Try again', again),
  );
}
