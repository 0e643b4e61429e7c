/** What became of planted copies. */
import { plantedWords } from '../core/planted/sentences.js';
import type { Planted } from '../shared/planted.js';
import { el } from './parts/dom.js';
import { t } from './parts/l10n.js';

/** The table of what was planted and found, with the sentences around it; says so where nothing was planted. */
export function plantedPart(planted: Planted | undefined): HTMLElement {
  if (!planted)
    return el(
      'p',
      {},
      t(
        'Not tested yet: Test What Would Be Found in the command palette copies and edits originals, and compares the copies.',
      ),
    );
  const { opening, rows, limits } = plantedWords(planted);
  const head = [t('Copies'), t('Found'), t('95\u00a0% interval')].map((name) =>
    el('th', { scope: 'col' }, name),
  );
  const lines = rows.map(({ what, found, interval }) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row', lang: 'en' }, what),
      el('td', { lang: 'en' }, found),
      el('td', { lang: 'en' }, interval),
    ),
  );
  return el(
    'div',
    { class: 'planted' },
    el('p', { lang: 'en' }, opening),
    rows.length > 0
      ? el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...lines))
      : undefined,
    el('p', { lang: 'en' }, limits),
  );
}

/** The same, unfolded on demand above a list of findings; undefined where nothing was planted. */
export function plantedDisclosure(planted: Planted | undefined): HTMLElement | undefined {
  if (!planted) return undefined;
  return el(
    'details',
    { class: 'inputs' },
    el('summary', {}, t('What would have been found')),
    el(
      'div',
      {
        class: 'inputs-scroll',
        tabindex: '0',
        role: 'region',
        'aria-label': t('What would have been found'),
      },
      plantedPart(planted),
    ),
  );
}
