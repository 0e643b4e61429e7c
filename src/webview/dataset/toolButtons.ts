/** The buttons beside the search. */
import type { DatasetAction } from '../../shared/datasetCalls.js';
import { button, el } from '../parts/dom.js';
import { icon } from '../parts/icon.js';
import { t } from '../parts/l10n.js';
import type { Tooltip } from '../parts/tooltip.js';

export class ToolButtons {
  readonly element: HTMLElement;
  readonly #only: HTMLButtonElement;

  /** `withFindings`: the file has records with findings, so that only those can be shown. */
  constructor(tooltip: Tooltip, withFindings: boolean, onAction: (action: DatasetAction) => void) {
    this.#only = button({ class: 'tool' }, () => onAction('toggleOnlyFindings'), t('Only findings'));
    this.#only.hidden = !withFindings;
    const goTo = button({ class: 'tool' }, () => onAction('goToRecord'), t('Go to record'));
    const record = button(
      { class: 'icon-button', 'aria-label': t('Show or hide the whole record') },
      () => onAction('toggleRecord'),
      icon('side'),
    );
    tooltip.describe(this.#only, t('Show only records with findings (f)'));
    tooltip.describe(goTo, t('Go to a record by its number (Ctrl+G)'));
    tooltip.describe(record, t('Show or hide the whole record (Enter)'));
    this.element = el('div', { class: 'tool-buttons' }, this.#only, goTo, record);
    this.showOnly(false);
  }

  /** Presses the button where only records with findings are shown. */
  showOnly(only: boolean): void {
    this.#only.setAttribute('aria-pressed', String(only));
  }
}
