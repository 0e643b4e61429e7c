/** Below everything: what is said of the finding, its verdict buttons, the main keys, and where the reader is. */
import type { PanelAction } from '../../shared/panelCalls.js';
import { reviewLines, type Reviewing } from '../review/reviewing.js';
import { button, el, keyCap } from './dom.js';
import { t } from './l10n.js';

const BUTTONS: readonly (readonly [PanelAction, label: string, key: string, shortcut: string])[] = [
  ['openOriginal', t('Original'), '⏎', 'Enter'],
  ['openDiff', t('Diff editor'), 'o', 'o'],
  ['nextRun', t('next run'), 'n', 'n'],
  ['nextFinding', t('next finding'), 'j', 'j'],
  ['showHelp', t('keys'), '?', '?'],
];

/** The bar at the bottom; `say` and `place` change its two texts. */
export class Footer {
  readonly element: HTMLElement;
  readonly #said = el('span', { class: 'said', role: 'status' });
  readonly #place = el('span', { class: 'place' });

  constructor(reviewing: Reviewing, onAction: (action: PanelAction) => void) {
    const buttons = BUTTONS.map(([action, label, key, shortcut]) => {
      const made = button(
        { class: 'footer-button', 'aria-keyshortcuts': shortcut, 'data-action': action },
        () => onAction(action),
        label,
        keyCap(key),
      );
      // A click must not take the focus away from the list or the pair.
      made.addEventListener('pointerdown', (event) => event.preventDefault());
      made.addEventListener('mousedown', (event) => event.preventDefault());
      return made;
    });
    this.element = el(
      'footer',
      { class: 'footer' },
      reviewLines(reviewing, this.#said),
      el(
        'div',
        { class: 'footer-bar' },
        reviewing.buttons.element,
        el('div', { class: 'footer-keys' }, ...buttons),
        this.#place,
        reviewing.progress.element,
      ),
    );
  }

  say(text: string): void {
    this.#said.textContent = text;
  }

  /** Where the reader is; at no finding (''), only the keys can be asked for. */
  place(text: string): void {
    this.#place.textContent = text;
    for (const made of this.element.querySelectorAll<HTMLButtonElement>('button[data-action]'))
      made.disabled = text === '' && made.dataset['action'] !== 'showHelp';
  }
}
