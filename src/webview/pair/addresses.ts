/** Where both texts stand: links into the files, and the way through a finding's originals. */
import type { PairView } from '../../shared/engineCalls.js';
import type { SideName } from '../../shared/findingQuery.js';
import type { MatchSide } from '../../shared/match.js';
import { button, el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { whole } from '../parts/numbers.js';
import type { Tooltip } from '../parts/tooltip.js';
import { metaOf, type MetaActions } from './meta.js';
import { originalTabs } from './originalTabs.js';
import { visible } from './visible.js';
import { sideName } from '../parts/names.js';

export interface AddressActions extends MetaActions {
  readonly onJump: (to: SideName) => void;
  readonly onOriginal: (index: number) => void;
}

/** The suspect's and the original's address, in this order. */
export function addresses(
  view: PairView,
  tooltip: Tooltip,
  actions: AddressActions,
): readonly [suspect: HTMLElement, original: HTMLElement] {
  const { suspect, original } = view.match;
  return [
    el(
      'div',
      { class: 'address suspect' },
      ...address('suspect', view.suspect.label, suspect, tooltip, actions),
    ),
    el(
      'div',
      { class: 'address original' },
      ...address('original', view.original.label, original, tooltip, actions, originalOf(view)),
      originalTabs(view, tooltip, actions.onOriginal),
    ),
  ];
}

function address(
  side: SideName,
  label: string,
  at: MatchSide,
  tooltip: Tooltip,
  actions: AddressActions,
  role = sideName(side),
): (HTMLElement | undefined)[] {
  const place = at.line === undefined ? t('record {0}', whole(at.record)) : String(at.line);
  const link = button(
    { class: 'link address-link' },
    () => actions.onJump(side),
    el('bdi', { class: 'address-file' }, ...visible(label)),
    el('span', { class: 'address-place' }, ` : ${place}`),
  );
  const opens =
    side === 'suspect' ? t('Opens the suspect in the editor.') : t('Opens the original in the editor.');
  tooltip.describe(link, `${opens} ${label}`);
  const parts = [t('record {0}', whole(at.record)), at.pointer, at.part === 'answer' ? '' : at.part];
  const facts = el(
    'span',
    { class: 'address-facts' },
    el('bdi', {}, parts.filter(Boolean).join(' · ')),
    ' · ',
  );
  return [link, el('div', { class: 'address-line' }, facts, role), metaOf(side, at.meta, actions)];
}

/** "original 1 of 3", "best of 40 originals" */
function originalOf({ index, kept, match }: PairView): string {
  const all = whole(match.originals);
  if (kept <= 1) return match.originals > 1 ? t('best of {0} originals', all) : sideName('original');
  const which = t('original {0} of {1}', index + 1, kept);
  return match.originals > kept ? `${which}, ${t('{0} found', all)}` : which;
}
