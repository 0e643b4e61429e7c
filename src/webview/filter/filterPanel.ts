/** Filters by score, file, flag, metadata and time, unfolded on demand. */
import {
  isCount,
  type FacetFile,
  type Facets,
  type ScoreName,
  type ScoreRange,
} from '../../shared/findingQuery.js';
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { flagName, SCORE_LABELS } from '../parts/names.js';
import { whole } from '../parts/numbers.js';
import { visible } from '../pair/visible.js';
import type { Query } from '../place.js';
import { pushButton } from '../toolkit.js';
import { metaFilterForm } from './metaFilterForm.js';
import { TimeRangeForm } from './timeRangeForm.js';

export interface FilterPanelOptions {
  readonly query: Query;
  readonly onQuery: (change: Partial<Query>) => void;
  readonly onClose: () => void;
}

export class FilterPanel {
  readonly element: HTMLElement;
  readonly #scores = el('fieldset', { class: 'filter-scores' }, el('legend', {}, t('Score')));
  readonly #times: TimeRangeForm;
  readonly #facets = el('div', { class: 'filter-facets' });
  readonly #ends = new Map<string, HTMLInputElement>();
  #query: Query;
  #known: Facets = { files: [], flags: [], fields: [] };

  constructor(readonly options: FilterPanelOptions) {
    this.#query = options.query;
    for (const [score, name] of SCORE_LABELS) this.#scores.append(this.#scoreRow(score, name));
    this.#times = new TimeRangeForm((times) => options.onQuery({ times }));
    this.element = el(
      'div',
      { class: 'filter-panel', role: 'region', 'aria-label': t('More filters'), hidden: '' },
      this.#scores,
      this.#facets,
      this.#times.element,
      el(
        'div',
        { class: 'filter-end' },
        pushButton(t('Close'), () => options.onClose()),
      ),
    );
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      options.onClose();
    });
  }

  /** Opens or closes the panel; true if it is open now. */
  toggle(): boolean {
    this.element.hidden = !this.element.hidden;
    return !this.element.hidden;
  }

  focus(): void {
    this.element.querySelector<HTMLElement>('input')?.focus();
  }

  /** Shows which filters are in use; a field that is being typed into is left alone. */
  show(query: Query): void {
    const changed = query.files !== this.#query.files || query.flags !== this.#query.flags;
    this.#query = query;
    for (const [score] of SCORE_LABELS) {
      const range = query.ranges.find((one) => one.score === score);
      for (const end of ['from', 'to'] as const) {
        const input = this.#ends.get(`${score} ${end}`)!;
        if (input !== document.activeElement) input.value = range?.[end]?.toString() ?? '';
      }
    }
    this.#times.show(query.times);
    if (changed) this.#showFacets();
  }

  /** Takes what the run's findings can be filtered by. */
  fill(facets: Facets): void {
    this.#known = facets;
    this.#times.fill(facets.fields);
    this.#showFacets();
  }

  #showFacets(): void {
    const { files, flags, fields } = this.#known;
    const { onQuery } = this.options;
    const { activeElement } = document;
    const focused = this.#facets.contains(activeElement)
      ? activeElement?.getAttribute('data-value')
      : undefined;
    const side = (name: FacetFile['side']) => files.filter((file) => file.side === name);
    this.#facets.replaceChildren(
      ...(side('suspect').length > 1 ? [this.#fileChoices(t('Suspect file'), side('suspect'))] : []),
      ...(side('original').length > 1 ? [this.#fileChoices(t('Original file'), side('original'))] : []),
      ...(flags.length > 0
        ? [
            choices(
              t('Flag'),
              flags.map(({ flag, findings }) => [flag, flagName(flag), findings]),
              this.#query.flags,
              (chosen) => onQuery({ flags: chosen }),
            ),
          ]
        : []),
      ...(fields.length > 0
        ? [metaFilterForm(fields, (added) => onQuery({ meta: [...this.#query.meta, added] }))]
        : []),
    );
    // The box that was ticked is another one now.
    const boxes = [...this.#facets.querySelectorAll<HTMLElement>('[data-value]')];
    if (focused !== undefined) boxes.find((box) => box.dataset['value'] === focused)?.focus();
  }

  #fileChoices(legend: string, files: readonly FacetFile[]): HTMLElement {
    const mine = new Set(files.map(({ path }) => path));
    return choices(
      legend,
      files.map(({ path, label, findings }) => [path, label, findings]),
      this.#query.files,
      (chosen) => {
        const others = this.#query.files.filter((file) => !mine.has(file));
        this.options.onQuery({ files: [...others, ...chosen] });
      },
    );
  }

  #scoreRow(score: ScoreName, name: string): HTMLElement {
    const input = (end: 'from' | 'to') => {
      const step = isCount(score) ? '1' : '0.01';
      const label = end === 'from' ? t('{0}, at least', name) : t('{0}, below', name);
      const made = el('input', { class: 'input', type: 'number', min: '0', step, 'aria-label': label });
      made.addEventListener('change', () => this.#setRange(score));
      this.#ends.set(`${score} ${end}`, made);
      return made;
    };
    return el('div', { class: 'filter-score' }, el('span', {}, name), input('from'), '–', input('to'));
  }

  #setRange(score: ScoreName): void {
    const end = (name: string) => {
      const { value } = this.#ends.get(`${score} ${name}`)!;
      const number = Number(value);
      return value === '' || !Number.isFinite(number) ? undefined : number;
    };
    const [from, to] = [end('from'), end('to')];
    const range: ScoreRange = { score, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    const others = this.#query.ranges.filter((one) => one.score !== score);
    const empty = from === undefined && to === undefined;
    this.options.onQuery({ ranges: empty ? others : [...others, range] });
  }
}

/** Check boxes, each with how many findings it stands for; none chosen filters nothing. */
function choices(
  legend: string,
  options: readonly (readonly [value: string, label: string, findings: number])[],
  chosen: readonly string[],
  onChange: (chosen: string[]) => void,
): HTMLElement {
  const boxes = options.map(([value, label, findings]) => {
    const input = el('input', { type: 'checkbox', 'data-value': value });
    input.checked = chosen.includes(value);
    const text = el('bdi', { class: 'filter-choice-text' }, ...visible(label));
    const line = el(
      'label',
      { class: 'filter-choice' },
      input,
      text,
      el('span', { class: 'filter-count' }, whole(findings)),
    );
    return { value, input, line };
  });
  for (const { input } of boxes) {
    input.addEventListener('change', () =>
      onChange(boxes.filter((box) => box.input.checked).map(({ value }) => value)),
    );
  }
  return el('fieldset', {}, el('legend', {}, legend), ...boxes.map(({ line }) => line));
}
