/** One row of the grid: number, prompt, response, and what the run found. */
import type { TableFinding, TableRow } from '../../../shared/tableCalls.js';
import { el } from '../../parts/dom.js';
import { t } from '../../parts/l10n.js';
import { kindName, shownKind } from '../../parts/names.js';
import { verdictBadge } from '../../review/badge.js';
import { tokens, whole } from '../../parts/numbers.js';
import type { Found } from '../search/found.js';

const shown = new WeakMap<HTMLElement, readonly unknown[]>();

/** Fills `element`; `row` is undefined while it is being fetched. */
export function renderRow(
  element: HTMLElement,
  record: number,
  row: TableRow | undefined,
  found: Found,
  withFindings: boolean,
  reviewer: string,
): void {
  const hit = found.has(record);
  const now = [row, found, hit, withFindings];
  if (shown.get(element)?.every((value, i) => value === now[i])) return;
  shown.set(element, now);
  const best = row?.findings[0];
  element.className = `grid-row grid-cells${row ? '' : ' loading'}${hit ? ' is-hit' : ''}${best ? ` kind-${shownKind(best)}` : ''}`;
  const number = el('div', { class: 'cell cell-number', role: 'gridcell' }, whole(record));
  if (!row) {
    element.replaceChildren(
      number,
      cell('cell-prompt', '…'),
      cell('cell-response', '…'),
      ...(withFindings ? [cell('cell-finding', '')] : []),
    );
    return;
  }
  const texts =
    row.problem === undefined
      ? [cell('cell-prompt', ...found.mark(row.prompt)), response(row, found)]
      : [broken(row, found)];
  element.replaceChildren(number, ...texts, ...(withFindings ? [findings(row.findings, reviewer)] : []));
}

function cell(name: string, ...content: (Node | string)[]): HTMLElement {
  const text = el('div', { class: 'cell-text', dir: 'auto' }, ...content);
  return el('div', { class: `cell ${name}`, role: 'gridcell' }, text);
}

function response(row: TableRow, found: Found): HTMLElement {
  const made = cell('cell-response', ...found.mark(row.response));
  if (row.responses > 1) made.append(el('span', { class: 'more' }, `+${whole(row.responses - 1)}`));
  return made;
}

/** A record that could not be read, or has no response: said in the place of its texts. */
function broken(row: TableRow, found: Found): HTMLElement {
  const where = row.line === undefined ? '' : `${t('line {0}', whole(row.line))}: `;
  const reason = el('span', { class: 'problem-text' }, `${where}${row.problem ?? ''}`);
  const made = cell(
    'cell-broken',
    reason,
    ...(row.response === '' ? [] : [' ', ...found.mark(row.response)]),
  );
  made.setAttribute('aria-colspan', '2');
  return made;
}

function findings(all: readonly TableFinding[], reviewer: string): HTMLElement {
  const best = all[0];
  if (!best) return el('div', { class: 'cell cell-finding', role: 'gridcell' });
  const more = all.length > 1 ? ` +${whole(all.length - 1)}` : '';
  const amount = tokens(best.evidence);
  const evidence = el(
    'span',
    { class: 'evidence' },
    el('span', { 'aria-hidden': 'true' }, t('{0} tokens', amount)),
    el('span', { class: 'unseen' }, t('{0} distinctive tokens', amount)),
  );
  return el(
    'div',
    { class: 'cell cell-finding', role: 'gridcell' },
    el(
      'span',
      { class: 'finding-kind' },
      el('span', { class: 'swatch', 'aria-hidden': 'true' }),
      kindName(shownKind(best)) + more,
    ),
    el('span', { class: 'finding-facts' }, evidence, verdictBadge(best.judgements, reviewer)),
  );
}
