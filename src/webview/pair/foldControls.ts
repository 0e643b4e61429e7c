/** What stands in place of a fold: buttons that unfold a step from either end, or all of it. */
import { button, el } from '../parts/dom.js';
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
    { class: 'fold', role: 'group', 'aria-label': 'Hidden text' },
    step('start', 'Show more from here on', '↓', 'Shows the next words after the text above.'),
    make('all', `Show ${characters} hidden characters`, `⋯ ${characters}`, 'Shows all of it.'),
    step('end', 'Show more up to here', '↑', 'Shows the words before the text below.'),
  );
}
