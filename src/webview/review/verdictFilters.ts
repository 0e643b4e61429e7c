/** Buttons that show only findings with certain verdicts, each with how many there are. */
import type { VerdictCounts, VerdictFilter } from '../../shared/verdict.js';
import { button, el } from '../parts/dom.js';
import { icon } from '../parts/icon.js';
import { t } from '../parts/l10n.js';
import { whole } from '../parts/numbers.js';
import type { Tooltip } from '../parts/tooltip.js';
import { FILTER_WORDS } from './words.js';

export class VerdictFilters {
  readonly element = el('div', {
    class: 'verdict-filters',
    role: 'group',
    'aria-label': t('Show only findings with these verdicts'),
  });
  readonly #made = new Map<VerdictFilter, { button: HTMLButtonElement; number: HTMLElement }>();
  #pressed: readonly VerdictFilter[] = [];

  constructor(tooltip: Tooltip, onChange: (filters: VerdictFilter[]) => void) {
    for (const [filter, name, what] of FILTER_WORDS) {
      const number = el('span', { class: 'filter-number' });
      const label = filter === 'open' ? name : el('span', { class: 'unseen' }, name);
      const made = button(
        { class: `verdict-filter verdict-${filter}`, 'aria-pressed': 'false', 'data-filter': filter },
        () => onChange(this.#switched(filter)),
        ...(filter === 'open' ? [] : [icon(filter)]),
        label,
        ' ',
        number,
      );
      tooltip.describe(made, what);
      this.#made.set(filter, { button: made, number });
      this.element.append(made);
    }
  }

  /** Presses what is filtered by; none pressed shows everything. */
  press(filters: readonly VerdictFilter[]): void {
    this.#pressed = filters;
    for (const [filter, made] of this.#made)
      made.button.setAttribute('aria-pressed', String(filters.includes(filter)));
  }

  count(counts: VerdictCounts): void {
    for (const [filter, { number }] of this.#made) number.textContent = whole(counts[filter]);
    const { button: disagreement } = this.#made.get('disagreement')!;
    disagreement.hidden = counts.disagreement === 0 && !this.#pressed.includes('disagreement');
  }

  #switched(filter: VerdictFilter): VerdictFilter[] {
    return FILTER_WORDS.map(([name]) => name).filter(
      (name) => this.#pressed.includes(name) !== (name === filter),
    );
  }
}
