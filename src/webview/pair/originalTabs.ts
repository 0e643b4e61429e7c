/** The originals of one suspect response as tabs, best first. */
import type { OriginalTab, PairView } from '../../shared/engineCalls.js';
import { button, el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { kindName, shownKind } from '../parts/names.js';
import { tokens, whole } from '../parts/numbers.js';
import type { Tooltip } from '../parts/tooltip.js';

/** A tab for each original with its evidence; undefined for a single one. Arrow keys go from tab to tab. */
export function originalTabs(
  { originals, index }: PairView,
  tooltip: Tooltip,
  onOriginal: (index: number) => void,
): HTMLElement | undefined {
  if (originals.length <= 1) return undefined;
  const tabs = originals.map((original, at) => {
    const chosen = at === index;
    const tab = button(
      {
        class: `original-tab kind-${shownKind(original)}`,
        role: 'tab',
        'aria-selected': String(chosen),
        tabindex: chosen ? '0' : '-1',
      },
      () => onOriginal(at),
      el('span', { class: 'unseen' }, `${t('Original')} `),
      `${at + 1}`,
      el('span', { class: 'original-tab-evidence' }, ` ${tokens(original.evidence)}`),
      el('span', { class: 'unseen' }, ` ${t('distinctive tokens')}`),
    );
    tooltip.describe(tab, inWords(original));
    return tab;
  });
  const list = el('div', { class: 'original-tabs', role: 'tablist', 'aria-label': t('Originals') }, ...tabs);
  list.addEventListener('keydown', (event) => {
    const last = tabs.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: index === 0 ? last : index - 1,
      ArrowRight: index === last ? 0 : index + 1,
      Home: 0,
      End: last,
    };
    if (!Object.hasOwn(moves, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    onOriginal(moves[event.key]!);
  });
  return list;
}

function inWords(original: OriginalTab): string {
  const { label, record, line } = original;
  const place = line === undefined ? t('record {0}', whole(record)) : t('line {0}', whole(line));
  return `${label}, ${place}: ${kindName(shownKind(original))}`;
}
