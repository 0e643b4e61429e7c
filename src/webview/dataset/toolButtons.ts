/** The buttons beside the search. */
import type { DatasetAction } from '../../shared/datasetCalls.js';
import { button, el } from '../parts/dom.js';
import { icon } from '../parts/icon.js';
import type { Tooltip } from '../parts/tooltip.js';

export function toolButtons(tooltip: Tooltip, onAction: (action: DatasetAction) => void): HTMLElement {
  const goTo = button({ class: 'tool' }, () => onAction('goToRecord'), 'Go to record');
  const record = button(
    { class: 'icon-button', 'aria-label': 'Show or hide the whole record' },
    () => onAction('toggleRecord'),
    icon('side'),
  );
  tooltip.describe(goTo, 'Go to a record by its number (Ctrl+G)');
  tooltip.describe(record, 'Show or hide the whole record (Enter)');
  return el('div', { class: 'tool-buttons' }, goTo, record);
}
