/** How the pair is shown: layout, what of it, with or without its conversation; and a copy of it. */
import type { PanelAction, PanelState } from '../../shared/panelCalls.js';
import { button, el } from '../parts/dom.js';
import { icon, type IconName } from '../parts/icon.js';
import { t } from '../parts/l10n.js';
import type { Tooltip } from '../parts/tooltip.js';
import { SHOWS, type Show } from './fold.js';

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
  ['side', t('Side by side'), 'l'],
  ['inline', t('Inline'), 'l'],
] as const;
/** What each way to show the texts is called. */
export const SHOW_NAMES: Readonly<Record<Show, string>> = {
  all: t('Whole texts'),
  matches: t('Matches only'),
  differences: t('Differences only'),
};

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
  const shows = SHOWS.map((show) =>
    tool(show, SHOW_NAMES[show], 'm', look.show === show, () => onLook({ show })),
  );
  return el(
    'div',
    { class: 'pair-tools' },
    el('div', { role: 'group', 'aria-label': t('Layout') }, ...layouts),
    el('div', { role: 'group', 'aria-label': t('Shown') }, ...shows),
    el(
      'div',
      { role: 'group', 'aria-label': t('Pair') },
      tool('conversation', t('Whole conversation'), 't', look.conversation, () =>
        onLook({ conversation: !look.conversation }),
      ),
      tool('exclude', t('Exclude the selected text, or the passage, because…'), 'b', undefined, () =>
        onAction('excludeText'),
      ),
      tool('copy', t('Copy as Markdown'), 'y', undefined, () => onAction('copyMarkdown')),
    ),
  );
}
