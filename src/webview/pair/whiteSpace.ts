/** White space where it differs: drawn by the style sheet, so that copying the text copies the space itself. */
import { el } from '../parts/dom.js';
import { visible } from './visible.js';

const SPACE = /[^\S\n]/u;
const MARKS: ReadonlyMap<string, string> = new Map([
  [' ', '·'],
  ['\t', '→'],
  ['\r', '␍'],
  ['\u00a0', '⍽'],
  ['\u202f', '⍽'],
]);
/** Other blanks (figure space, ideographic space, …). */
const OTHER = '␣';

/**
 * A changed stretch as nodes: all its blanks are marked where it is nothing but blanks, else those that are no single
 * space between words.
 */
export function visibleChange(text: string, start: number, end: number): Node[] {
  const blank = text.slice(start, end).trim() === '';
  const nodes: Node[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    const character = text[at]!;
    if (!SPACE.test(character)) continue;
    const plain = character === ' ' && !isBlank(text[at - 1]) && !isBlank(text[at + 1]);
    if (plain && !blank) continue;
    nodes.push(...visible(text, from, at), marked(character, MARKS.get(character) ?? OTHER));
    from = at + 1;
  }
  nodes.push(...visible(text, from, end));
  return nodes;
}

/** The mark of a line end that one side alone has. */
export function lineEnd(): HTMLElement {
  return marked('', '↵');
}

function isBlank(character: string | undefined): boolean {
  return character === undefined || /\s/u.test(character);
}

function marked(character: string, mark: string): HTMLElement {
  return el('span', { class: 'white-space', 'data-mark': mark }, character);
}
