/** One line of the list. */
import type { FindingRow } from '../../shared/engineCalls.js';
import { standingRoutes } from '../../core/review/standingRoutes.js';
import { routesIn } from '../../shared/route.js';
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { flagName, kindName, shownKind } from '../parts/names.js';
import { tokens, whole } from '../parts/numbers.js';
import { visible } from '../pair/visible.js';
import { verdictBadge } from '../review/badge.js';

const shown = new WeakMap<HTMLElement, FindingRow | undefined>();

/** Fills `element` with `row` as `reviewer` sees it, or with a placeholder while it is being fetched. */
export function renderRow(element: HTMLElement, row: FindingRow | undefined, reviewer: string): void {
  if (shown.has(element) && shown.get(element) === row) return;
  shown.set(element, row);
  if (!row) {
    element.className = 'row loading';
    element.replaceChildren(el('div', { class: 'row-excerpt' }, '…'));
    return;
  }
  const kind = shownKind(row);
  element.className = `row kind-${kind}`;
  const evidence = el('span', { class: 'row-evidence' }, tokens(row.evidence));
  evidence.append(el('span', { class: 'unseen' }, ` ${t('distinctive tokens')}`));
  element.replaceChildren(
    el('div', { class: 'row-top' }, excerpt(row), evidence),
    el(
      'div',
      { class: 'row-bottom' },
      el(
        'div',
        { class: 'row-facts', title: facts(row, reviewer) },
        el('bdi', {}, ...visible(facts(row, reviewer))),
      ),
      verdictBadge(row.judgements, reviewer),
    ),
  );
}

function excerpt(row: FindingRow): HTMLElement {
  const line = el('span', { class: 'row-excerpt', dir: 'auto' });
  if (row.excerpt === '') line.append(el('i', {}, t('empty response')));
  else for (const node of visible(row.excerpt)) line.append(node);
  return line;
}

/** "near-duplicate · homoglyphs · record 47": what is conspicuous first, since a narrow list cuts the end. */
function facts(row: FindingRow, reviewer: string): string {
  const kind = kindName(row.kind);
  return [
    row.reported ? kind : `${kindName('too-little-evidence')} (${kind})`,
    ...row.flags.filter((flag) => routesIn([flag]).length === 0).map(flagName),
    ...standingRoutes(row.flags, row.judgements, reviewer).map(flagName),
    ...(row.originals > 1 ? [t('{0} originals', whole(row.originals))] : []),
    t('record {0}', whole(row.record)),
  ].join(' · ');
}
