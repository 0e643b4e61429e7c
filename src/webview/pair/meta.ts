/** The record's other fields: on one line, and unfolded each with a way to filter the findings by it. */
import type { Meta } from '../../shared/dataset.js';
import type { MetaFilter, SideName } from '../../shared/findingQuery.js';
import { button, el } from '../parts/dom.js';
import { icon } from '../parts/icon.js';
import { t } from '../parts/l10n.js';
import { visible } from './visible.js';

export interface MetaActions {
  /** Whether the fields are unfolded: kept from pair to pair. */
  readonly metaOpen: boolean;
  readonly onMetaOpen: (open: boolean) => void;
  readonly onMetaFilter: (filter: MetaFilter) => void;
}

/** The fields of one side's record; undefined if there are none. */
export function metaOf(side: SideName, meta: Meta, actions: MetaActions): HTMLElement | undefined {
  const fields = Object.keys(meta).map((name) => [name, String(meta[name])] as const);
  if (fields.length === 0) return undefined;
  const line = fields.flatMap(([name, value]) => [
    el(
      'span',
      { class: 'meta-field' },
      el('bdi', { class: 'meta-name' }, ...visible(name)),
      ' ',
      el('bdi', {}, ...visible(value)),
    ),
    ' ',
  ]);
  const details = el(
    'details',
    { class: 'meta', ...(actions.metaOpen && { open: '' }) },
    el(
      'summary',
      {},
      el(
        'span',
        { class: 'unseen' },
        side === 'suspect' ? t('Metadata of the suspect:') : t('Metadata of the original:'),
      ),
      el('span', { class: 'meta-heading', 'aria-hidden': 'true' }, t('Metadata')),
      ...line,
    ),
    el('dl', {}, ...fields.map(([field, value]) => row(side, field, value, actions))),
  );
  details.addEventListener('toggle', () => actions.onMetaOpen(details.open));
  return details;
}

function row(side: SideName, field: string, value: string, { onMetaFilter }: MetaActions): HTMLElement {
  const filter = button(
    { class: 'icon-button small', 'aria-label': t('Filter by this {0}', field) },
    () => onMetaFilter({ side, field, value, exact: true }),
    icon('filter'),
  );
  return el(
    'div',
    {},
    el('dt', {}, el('bdi', {}, ...visible(field))),
    el('dd', {}, el('bdi', {}, ...visible(value)), filter),
  );
}
