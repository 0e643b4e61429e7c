/** How the pair is shown: layout, what of it, with or without its conversation; and a copy of it. */
import type { PanelAction, PanelState } from '../../shared/panelCalls.js';
import { button, el } from '../parts/dom.js';
import { icon, type IconName } from '../parts/icon.js';
import type { Tooltip } from '../parts/tooltip.js';
import type { Show } from './fold.js';

export interface PairLook {
  readonly layout: PanelState['layout'];
  readonly show: Show;
  readonly conversation: boolean;
}

export interface PairToolsOptions {
  readonly look: PairLook;
  readonly tooltip: Tooltip;
  readonly onLook: (change: Partial<PairLook>) => void;
  readonly onAction: (action: PanelAction) => void;
}

const LAYOUTS = [
  ['side', 'Side by side', 'l'],
  ['inline', 'Inline', 'l'],
] as const;
const SHOWS = [
  ['all', 'Whole texts', 'm'],
  ['matches', 'Matches only', 'm'],
  ['differences', 'Differences only', 'm'],
] as const;

/** The row of buttons. */
export function pairTools({ look, tooltip, onLook, onAction }: PairToolsOptions): HTMLElement {
  const tool = (
    name: IconName,
    label: string,
    key: string,
    pressed: boolean | undefined,
    act: () => void,
  ) => {
    const state = pressed === undefined ? {} : { 'aria-pressed': String(pressed) };
    const made = button({ class: 'icon-button', 'aria-label': label, ...state }, act, icon(name));
    tooltip.describe(made, `${label} (${key})`);
    return made;
  };
  const layouts = LAYOUTS.map(([layout, label, key]) =>
    tool(layout, label, key, look.layout === layout, () => onLook({ layout })),
  );
  const shows = SHOWS.map(([show, label, key]) =>
    tool(show, label, key, look.show === show, () => onLook({ show })),
  );
  return el(
    'div',
    { class: 'pair-tools' },
    el('div', { role: 'group', 'aria-label': 'Layout' }, ...layouts),
    el('div', { role: 'group', 'aria-label': 'Shown' }, ...shows),
    el(
      'div',
      { role: 'group', 'aria-label': 'Pair' },
      tool('conversation', 'Whole conversation', 't', look.conversation, () =>
        onLook({ conversation: !look.conversation }),
      ),
      tool('exclude', 'Exclude the selected text, or the passage, because…', 'b', undefined, () =>
        onAction('excludeText'),
      ),
      tool('copy', 'Copy as Markdown', 'y', undefined, () => onAction('copyMarkdown')),
    ),
  );
}
