/** The list and the pair: beside each other, or in a narrow panel one above the other, with a handle between them. */
import type { PanelState } from '../shared/panelCalls.js';
import { el } from './parts/dom.js';
import { t } from './parts/l10n.js';
import { splitter } from './parts/splitter.js';

/** What the list gets of the room in CSS pixels, once the reader has set it. */
export type PaneSizes = Pick<PanelState, 'listWidth' | 'listHeight'>;

/** Neither pane gets smaller than this by dragging. */
const LEAST_LIST = { width: 200, height: 180 };
const LEAST_PAIR = { width: 320, height: 180 };

/** Both panes; the style sheet decides how they lie, and shows the handle that fits. */
export function panes(
  list: HTMLElement,
  pair: HTMLElement,
  sizes: PaneSizes,
  onSizes: (change: Partial<PaneSizes>) => void,
): HTMLElement {
  const main = el('main', { class: 'main' });
  list.id = 'findings';
  const set = (property: string, size: number | undefined) => {
    if (size === undefined) main.style.removeProperty(property);
    else main.style.setProperty(property, `${size}px`);
  };
  const width = splitter({
    label: t('Width of the list'),
    controls: list.id,
    between: 'columns',
    size: () => list.offsetWidth,
    least: LEAST_LIST.width,
    most: () => Math.max(LEAST_LIST.width, main.offsetWidth - LEAST_PAIR.width),
    onSize: (listWidth) => {
      set('--list-width', listWidth);
      onSizes({ listWidth });
    },
  });
  const height = splitter({
    label: t('Height of the list'),
    controls: list.id,
    between: 'rows',
    size: () => list.offsetHeight,
    least: LEAST_LIST.height,
    most: () => Math.max(LEAST_LIST.height, main.offsetHeight - LEAST_PAIR.height),
    onSize: (listHeight) => {
      set('--list-height', listHeight);
      onSizes({ listHeight });
    },
  });
  set('--list-width', sizes.listWidth);
  set('--list-height', sizes.listHeight);
  main.append(list, width, height, pair);
  return main;
}
