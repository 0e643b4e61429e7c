/** Where both texts stand: links into the files, and the way through a finding's originals. */
import type { PairView } from '../../shared/engineCalls.js';
import type { MatchSide } from '../../shared/match.js';
import { button, el } from '../parts/dom.js';
import { icon } from '../parts/icon.js';
import { whole } from '../parts/numbers.js';
import type { Tooltip } from '../parts/tooltip.js';
import { visible } from './visible.js';

export interface AddressActions {
  readonly onJump: (to: 'original' | 'suspect') => void;
  readonly onOriginal: (index: number) => void;
}

/** The suspect's and the original's address, in this order. */
export function addresses(
  view: PairView,
  tooltip: Tooltip,
  actions: AddressActions,
): readonly [suspect: HTMLElement, original: HTMLElement] {
  return [
    address('suspect', view.suspect.label, view.match.suspect, tooltip, actions, el('span', {}, 'suspect')),
    address('original', view.original.label, view.match.original, tooltip, actions, originals(view, actions)),
  ];
}

function address(
  side: 'original' | 'suspect',
  label: string,
  at: MatchSide,
  tooltip: Tooltip,
  actions: AddressActions,
  role: HTMLElement,
): HTMLElement {
  const place = at.line === undefined ? `record ${whole(at.record)}` : String(at.line);
  const link = button(
    { class: 'link address-link' },
    () => actions.onJump(side),
    el('bdi', { class: 'address-file' }, ...visible(label)),
    el('span', { class: 'address-place' }, ` : ${place}`),
  );
  tooltip.describe(link, `Opens the ${side} in the editor. ${label}`);
  const parts = [`record ${whole(at.record)}`, at.pointer, at.part === 'answer' ? '' : at.part];
  const facts = el(
    'span',
    { class: 'address-facts' },
    el('bdi', {}, parts.filter(Boolean).join(' · ')),
    ' · ',
  );
  return el(
    'div',
    { class: `address ${side}` },
    link,
    el('div', { class: 'address-line' }, facts, role),
    meta(at),
  );
}

/** "‹ original 1 of 3 ›" */
function originals(view: PairView, { onOriginal }: AddressActions): HTMLElement {
  const { index, kept, match } = view;
  if (kept <= 1)
    return el('span', {}, match.originals > 1 ? `best of ${whole(match.originals)} originals` : 'original');
  const step = (by: 1 | -1, name: 'previous' | 'next', label: string) =>
    button(
      { class: 'icon-button small', 'aria-label': label },
      () => onOriginal((index + by + kept) % kept),
      icon(name),
    );
  const more = match.originals > kept ? `, ${whole(match.originals)} found` : '';
  return el(
    'span',
    { class: 'originals' },
    step(-1, 'previous', 'Previous original'),
    el('span', {}, `original ${index + 1} of ${kept}${more}`),
    step(1, 'next', 'Next original'),
  );
}

/** The record's other fields on one line, unfolded by a click. */
function meta(at: MatchSide): HTMLElement | undefined {
  const names = Object.keys(at.meta);
  if (names.length === 0) return undefined;
  const line = button({ class: 'meta', 'aria-expanded': 'false' }, () =>
    line.setAttribute('aria-expanded', String(line.getAttribute('aria-expanded') === 'false')),
  );
  for (const name of names) {
    const value = String(at.meta[name]);
    line.append(
      el(
        'span',
        { class: 'meta-field' },
        el('bdi', { class: 'meta-name' }, ...visible(name)),
        ' ',
        el('bdi', {}, ...visible(value)),
      ),
      ' ',
    );
  }
  return line;
}
