/** The heading above a group of findings. */
import type { FindingGroup, Grouping } from '../../shared/findingQuery.js';
import { visible } from '../pair/visible.js';
import { el } from '../parts/dom.js';
import { icon } from '../parts/icon.js';
import { t } from '../parts/l10n.js';
import { kindName, SHOWN_KINDS } from '../parts/names.js';
import { tokens, whole } from '../parts/numbers.js';

/** What the findings of the last group lack. */
const ALONE: Readonly<Record<Grouping['by'], string>> = {
  none: '',
  original: t('Originals that match once'),
  text: t('Texts that occur once'),
  passage: t('Passages that occur once'),
  file: t('No file'),
  meta: t('Without this field'),
};

export interface Heading {
  readonly group: FindingGroup;
  readonly grouping: Grouping;
  /** Fetched for groups without a name of their own. */
  readonly words: string | undefined;
  readonly open: boolean;
  /** How many of its findings the reviewer has judged. */
  readonly judged: number;
}

/** Fills `element` with the heading of a group. */
export function renderHeading(element: HTMLElement, { group, grouping, words, open, judged }: Heading): void {
  element.className = 'row heading';
  const title = group.rest ? ALONE[grouping.by] : (group.label ?? words ?? '…');
  element.replaceChildren(
    el('span', { class: 'heading-twistie' }, icon(open ? 'open' : 'next')),
    el(
      'div',
      { class: 'heading-text' },
      el(
        'div',
        { class: 'row-top' },
        el('span', { class: 'row-excerpt', dir: 'auto' }, ...visible(title === '' ? t('empty') : title)),
        el('span', { class: 'heading-count' }, whole(group.size)),
      ),
      el(
        'div',
        { class: 'row-bottom' },
        kindsWithin(group),
        judged > 0 ? el('span', { class: 'heading-judged' }, t('{0} judged', whole(judged))) : undefined,
        el(
          'span',
          { class: 'heading-best' },
          t('best {0}', tokens(group.best)),
          el('span', { class: 'unseen' }, ` ${t('distinctive tokens')}`),
        ),
      ),
    ),
  );
}

/** "12 near-duplicate, 9 partial", each with its colour. */
function kindsWithin({ kinds }: FindingGroup): HTMLElement {
  const parts = SHOWN_KINDS.flatMap((kind) => {
    const number = kinds[kind];
    return number === undefined ? [] : [{ kind, words: `${whole(number)} ${kindName(kind)}` }];
  });
  const facts = el('div', { class: 'row-facts', title: parts.map(({ words }) => words).join(', ') });
  parts.forEach(({ kind, words }, at) => {
    const swatch = el('span', { class: 'swatch', 'aria-hidden': 'true' });
    facts.append(at > 0 ? ' ' : '', el('span', { class: `heading-kind kind-${kind}` }, swatch, words));
  });
  return facts;
}
