/** The calibration's figures as tables. */
import { percentage } from '../../core/wording/numbers.js';
import type { Background, ChosenThreshold, Rate } from '../../shared/calibration.js';
import { el, type Child } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { whole } from '../parts/numbers.js';

const RATE_HEADS = ['', t('Reached'), t('Answers'), t('Rate'), t('95 % interval')];
const GROUPS = { length: t('Length'), script: t('Script'), content: t('Kind of text') } as const;

/** Rates of all answers, of every source, and by length, script and kind of text. */
export function ratesTable({ pooled, sources, worst, strata }: Background): HTMLElement {
  const rows = [
    groupRow(t('Sources')),
    rateRow(t('all together'), pooled),
    ...sources.map((rate) => {
      const remarks = [rate.source === worst ? t('worst') : '', rate.standsOut ? t('stands out') : ''];
      const remark = remarks.filter((word) => word !== '').join(', ');
      return rateRow(remark === '' ? rate.source : `${rate.source} (${remark})`, rate);
    }),
    ...(['length', 'script', 'content'] as const).flatMap((by) => [
      groupRow(GROUPS[by]),
      ...strata.filter((stratum) => stratum.by === by).map((stratum) => rateRow(stratum.name, stratum)),
    ]),
  ];
  return table(t('Rates of the independent answers at the run’s threshold'), RATE_HEADS, rows);
}

/** Thresholds that were chosen on one half of the prompts, with what they give on the other. */
export function chosenTable(chosen: readonly ChosenThreshold[]): HTMLElement {
  const rows = chosen.map(({ rate, threshold, first, second, supported }) =>
    row(
      rate === 0 ? t('none') : t('at most {0}', percentage(rate)),
      whole(threshold),
      t('{0} of {1}', whole(first.reported), whole(first.answers)),
      t('{0} of {1}', whole(second.reported), whole(second.answers)),
      supported ? t('at most {0}', percentage(second.upper)) : t('too few answers to show it'),
    ),
  );
  const heads = [
    t('Wished rate'),
    t('Threshold'),
    t('On this half'),
    t('On the other'),
    t('Supported there'),
  ];
  return table(t('Thresholds chosen on one half of the prompts, reported on the other'), heads, rows);
}

/** A table with a caption and column heads, in a place that scrolls sideways where it is too wide. */
export function table(caption: string, heads: readonly string[], rows: readonly HTMLElement[]): HTMLElement {
  return el(
    'div',
    { class: 'figures', role: 'region', 'aria-label': caption, tabindex: '0' },
    el(
      'table',
      {},
      el('caption', {}, caption),
      el('thead', {}, el('tr', {}, ...heads.map((head, at) => headCell(head, at)))),
      el('tbody', {}, ...rows),
    ),
  );
}

function headCell(head: string, at: number): HTMLElement {
  return head === '' ? el('td') : el('th', { scope: 'col', class: at === 0 ? 'name' : 'number' }, head);
}

/** A row with its name as head. */
export function row(name: Child, ...cells: readonly Child[]): HTMLElement {
  const head = el('th', { scope: 'row', class: 'name', dir: 'auto' }, name);
  return el('tr', {}, head, ...cells.map((cell) => el('td', { class: 'number' }, cell)));
}

function rateRow(name: string, { reported, answers, value, lower, upper }: Rate): HTMLElement {
  const interval = t('{0} to {1}', percentage(lower), percentage(upper));
  return row(name, whole(reported), whole(answers), percentage(value), interval);
}

function groupRow(name: string): HTMLElement {
  return el('tr', { class: 'group' }, el('th', { scope: 'rowgroup', colspan: '5' }, name));
}
