/** What stands in place of a fold: buttons that unfold a step from either end, or all of it. */
import { button, el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { whole } from '../parts/numbers.js';
import type { Tooltip } from '../parts/tooltip.js';
import { isLong, type Fold, type Unfolding } from './fold.js';

/** The buttons of `fold`; a short one has one button only, and no step begins where no text stands before it. */
export function foldControls(fold: Fold, tooltip: Tooltip, onUnfold: (how: Unfolding) => void): HTMLElement {
  const characters = whole(fold.length);
  const make = (how: Unfolding, label: string, sign: string, description: string) => {
    const made = button(
      { class: 'fold-button', 'aria-label': label, 'data-unfold': how },
      () => onUnfold(how),
      sign,
    );
    tooltip.describe(made, description);
    return made;
  };
  const step = (how: 'start' | 'end', label: string, sign: string, description: string) =>
    isLong(fold) && fold.beside[how] ? make(how, label, sign, description) : undefined;
  return el(
    'span',
    { class: 'fold', role: 'group', 'aria-label': t('Hidden text') },
    step('start', t('Show more from here on'), '↓', t('Shows the next words after the text above.')),
    make('all', t('Show {0} hidden characters', characters), `⋯ ${characters}`, t('Shows all of it.')),
    step('end', t('Show more up to here'), '↑', t('Shows the words before the text below.')),
  );
}
