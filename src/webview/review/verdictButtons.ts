/** Confirm, Dismiss, Unsure, Note, Routes and Exclude, as buttons with their keys; none of them is the default. */
import type { PanelAction } from '../../shared/panelCalls.js';
import type { Judgement } from '../../shared/verdict.js';
import { button, el, keyCap } from '../parts/dom.js';
import { icon } from '../parts/icon.js';
import { t } from '../parts/l10n.js';
import { VERDICT_ICONS, type Said } from './words.js';

const BUTTONS: readonly (readonly [PanelAction, label: string, key: string, Said | 'note' | 'route'])[] = [
  ['confirm', t('Confirm'), 'c', 'confirmed'],
  ['dismiss', t('Dismiss'), 'd', 'dismissed'],
  ['unsure', t('Unsure'), 'u', 'unsure'],
  ['editNote', t('Note'), 'e', 'note'],
  ['editRoutes', t('Routes'), 'i', 'route'],
];

/** `show` presses the button of the verdict that stands. */
export class VerdictButtons {
  readonly element = el('div', { class: 'verdict-buttons', role: 'group', 'aria-label': t('Verdict') });
  readonly #made = new Map<Said, HTMLButtonElement>();

  constructor(onAction: (action: PanelAction) => void) {
    for (const [action, label, key, says] of BUTTONS) {
      const drawing = icon(says === 'note' || says === 'route' ? says : VERDICT_ICONS[says]);
      const attributes = { 'aria-keyshortcuts': key, 'data-action': action };
      const made = button(
        { class: `verdict-button verdict-${says}`, ...attributes },
        () => onAction(action),
        drawing,
        label,
        keyCap(key),
      );
      // A click must not take the focus away from the list or the pair.
      made.addEventListener('pointerdown', (event) => event.preventDefault());
      made.addEventListener('mousedown', (event) => event.preventDefault());
      if (says !== 'note' && says !== 'route') this.#made.set(says, made);
      this.element.append(made);
    }
    this.show(undefined);
  }

  show(own: Judgement | undefined): void {
    for (const [says, made] of this.#made) made.setAttribute('aria-pressed', String(own?.verdict === says));
  }
}
