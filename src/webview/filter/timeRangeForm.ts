/** A range of days for those metadata fields that hold times. */
import type { FacetField, TimeRange } from '../../shared/findingQuery.js';
import { isDay } from '../../core/time/days.js';
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { sideName } from '../parts/names.js';

const ENDS = ['from', 'to'] as const;
type End = (typeof ENDS)[number];

export class TimeRangeForm {
  readonly element = el('fieldset', { class: 'filter-times', hidden: '' });
  readonly #field = el('select', { class: 'input', 'aria-label': t('Time field') });
  readonly #ends: Readonly<Record<End, HTMLInputElement>>;
  #fields: readonly FacetField[] = [];
  #times: readonly TimeRange[] = [];

  constructor(readonly onTimes: (times: TimeRange[]) => void) {
    const input = (end: End) => {
      const label = end === 'from' ? t('First day') : t('Last day');
      const made = el('input', { class: 'input', type: 'date', 'aria-label': label });
      made.addEventListener('change', () => this.#change());
      return made;
    };
    this.#ends = { from: input('from'), to: input('to') };
    this.#field.addEventListener('change', () => this.#showRange());
    this.element.append(
      el('legend', {}, t('Time')),
      this.#field,
      el('div', { class: 'filter-days' }, this.#ends.from, el('span', {}, '–'), this.#ends.to),
      el('p', { class: 'filter-note' }, t('Days in UTC; as written where a record names no zone.')),
    );
  }

  /** Takes the fields that findings can be filtered by; without a time among them the form is hidden. */
  fill(fields: readonly FacetField[]): void {
    this.#fields = fields.filter(({ days }) => days !== undefined);
    this.#field.replaceChildren(
      ...this.#fields.map(({ side, field }, at) =>
        el('option', { value: String(at) }, `${field} (${sideName(side)})`),
      ),
    );
    this.element.hidden = this.#fields.length === 0;
    this.#showRange();
  }

  /** Shows which ranges are in use; a day that is being typed is left alone. */
  show(times: readonly TimeRange[]): void {
    this.#times = times;
    this.#showRange();
  }

  get #chosen(): FacetField | undefined {
    return this.#fields[Number(this.#field.value)];
  }

  #showRange(): void {
    const chosen = this.#chosen;
    if (!chosen) return;
    const range = this.#times.find((time) => isOf(time, chosen));
    for (const end of ENDS) {
      const input = this.#ends[end];
      // What there is, as a hint: a day outside finds nothing, but is no mistake.
      input.title = t('{0} to {1}', chosen.days!.from, chosen.days!.to);
      if (input !== document.activeElement) input.value = range?.[end] ?? '';
    }
  }

  #change(): void {
    const chosen = this.#chosen;
    if (!chosen) return;
    const [from, to] = ENDS.map((end) => this.#ends[end].value);
    const others = this.#times.filter((time) => !isOf(time, chosen));
    const range: TimeRange = {
      side: chosen.side,
      field: chosen.field,
      ...(isDay(from!) && { from: from! }),
      ...(isDay(to!) && { to: to! }),
    };
    this.onTimes(range.from === undefined && range.to === undefined ? others : [...others, range]);
  }
}

function isOf(time: TimeRange, { side, field }: FacetField): boolean {
  return time.side === side && time.field === field;
}
