/** Adds a filter by a metadata field: a value of the list as a whole, any other text as a part. */
import type { FacetField, MetaFilter } from '../../shared/findingQuery.js';
import { el } from '../parts/dom.js';
import { plural, t } from '../parts/l10n.js';
import { pushButton } from '../toolkit.js';
import { sideName } from '../parts/names.js';

/** The form; `onAdd` is given a filter with something in it. */
export function metaFilterForm(
  fields: readonly FacetField[],
  onAdd: (filter: MetaFilter) => void,
): HTMLElement {
  const field = el('select', { class: 'input', 'aria-label': t('Metadata field') });
  fields.forEach(({ side, field: name, distinct }, at) =>
    field.append(
      el(
        'option',
        { value: String(at) },
        `${name} (${sideName(side)}, ${plural(distinct, '{0} value', '{0} values')})`,
      ),
    ),
  );
  const values = el('datalist', { id: 'meta-values' });
  const value = el('input', {
    class: 'input',
    type: 'text',
    list: 'meta-values',
    'aria-label': t('Metadata value'),
    placeholder: t('Value or part of it'),
  });
  const chosen = () => fields[Number(field.value)]!;
  const offer = () =>
    values.replaceChildren(
      ...chosen().values.map((one) =>
        el('option', { value: one.value, label: plural(one.findings, '{0} finding', '{0} findings') }),
      ),
    );
  const add = () => {
    const wanted = value.value.trim();
    if (wanted === '') return;
    const { side, field: name, values: known } = chosen();
    onAdd({ side, field: name, value: wanted, exact: known.some((one) => one.value === wanted) });
    value.value = '';
  };
  field.addEventListener('change', offer);
  value.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') add();
  });
  offer();
  return el(
    'fieldset',
    { class: 'filter-meta' },
    el('legend', {}, t('Metadata')),
    field,
    value,
    values,
    pushButton(t('Add'), add),
  );
}
