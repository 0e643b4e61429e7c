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
      factsLine(facts(row, reviewer)),
      verdictBadge(row.judgements, reviewer),
    ),
  );
}

function excerpt(row: FindingRow): HTMLElement {
  const line = el('span', { class: 'row-excerpt', dir: 'auto' });
  if (row.stale) line.append(el('i', {}, t('no longer at this place')));
  else if (row.excerpt === '') line.append(el('i', {}, t('empty response')));
  else for (const node of visible(row.excerpt)) line.append(node);
  return line;
}

/** What is said of a row, and where the list is narrow, in fewer letters. */
interface Fact {
  readonly long: string;
  readonly short?: string;
}

function factsLine(all: readonly Fact[]): HTMLElement {
  const line = el('bdi', {});
  all.forEach(({ long, short }, at) => {
    if (at > 0) line.append(' · ');
    if (short === undefined) line.append(...visible(long));
    else
      line.append(
        el('span', { class: 'long' }, ...visible(long)),
        el('span', { class: 'short', 'aria-hidden': 'true' }, ...visible(short)),
      );
  });
  return el('div', { class: 'row-facts', title: all.map(({ long }) => long).join(' · ') }, line);
}

/** "near-duplicate · homoglyphs · record 47": what is conspicuous first, since a narrow list cuts the end. */
function facts(row: FindingRow, reviewer: string): Fact[] {
  return [
    kindFact(row),
    ...row.flags.filter((flag) => routesIn([flag]).length === 0).map((flag) => ({ long: flagName(flag) })),
    ...standingRoutes(row.flags, row.judgements, reviewer).map((route) => ({ long: flagName(route) })),
    ...(row.originals > 1
      ? [{ long: t('{0} originals', whole(row.originals)), short: t('{0} orig.', whole(row.originals)) }]
      : []),
    { long: t('record {0}', whole(row.record)), short: t('#{0}', whole(row.record)) },
  ];
}

/** The bar before the row shows the kind as well. */
function kindFact({ reported, kind }: FindingRow): Fact {
  if (!reported) return { long: `${kindName('too-little-evidence')} (${kindName(kind)})` };
  return kind === 'near-duplicate'
    ? { long: kindName(kind), short: t('near-dup.') }
    : { long: kindName(kind) };
}
