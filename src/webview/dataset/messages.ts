/** What is to be said above the rows: remarks on the file, and one message at a time. */
import { visible } from '../pair/visible.js';
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { pushButton } from '../toolkit.js';

export class Messages {
  readonly element = el('div', { class: 'messages' });
  #shown: HTMLElement | undefined;

  constructor(notes: readonly string[]) {
    for (const note of notes) this.element.append(el('p', { class: 'note', dir: 'auto' }, ...visible(note)));
  }

  /** A message takes the place of the one before; remarks on the file stay. */
  say(message: HTMLElement): void {
    this.#shown?.remove();
    this.#shown = message;
    this.element.append(message);
  }
}

/** The file is no longer what is shown. */
export function changed(onReload: () => void): HTMLElement {
  return el(
    'div',
    { class: 'changed', role: 'status' },
    el(
      'span',
      {},
      t('The file changed on disk since it was opened. What is shown may no longer be what it holds.'),
    ),
    pushButton(t('Reload'), onReload),
  );
}
