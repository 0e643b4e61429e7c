/**
 * Characters that cannot be seen, or that turn the reading direction of what follows, stand as small labelled boxes: a
 * text must not be able to disguise itself.
 */
import { visiblePieces, type HiddenCharacter } from '../../core/text/hiddenCharacters.js';
import { el } from '../parts/dom.js';

/** The text as nodes: runs of plain text, and a box for every hidden character. */
export function visible(text: string, start = 0, end = text.length): Node[] {
  return visiblePieces(text, start, end).map((piece) =>
    typeof piece === 'string' ? document.createTextNode(piece) : placeholder(piece),
  );
}

function placeholder({ label, name }: HiddenCharacter): HTMLElement {
  // The label is drawn by the style sheet, so that copying the text does not copy it.
  return el('span', {
    class: 'hidden-character',
    role: 'img',
    'data-label': label,
    'aria-label': name,
    title: name,
  });
}
