/** What stands around a response: its prompt, or on demand all turns of its record. */
import type { Turn } from '../../shared/engineCalls.js';
import { button, el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import type { Tooltip } from '../parts/tooltip.js';
import { visible } from './visible.js';

/** A prompt longer than this is shown in part, until it is asked for. */
const LONG = 700;

/** The prompt of a response, grey; a long one behind a button. */
export function promptOf(prompt: string, tooltip: Tooltip): HTMLElement | undefined {
  if (prompt === '') return undefined;
  const element = note(prompt, 'prompt');
  tooltip.describe(element, t('The prompt that this text answers. It is not compared.'));
  if (prompt.length <= LONG) return element;
  element.classList.add('clipped');
  const more = button({ class: 'link prompt-more', 'aria-expanded': 'false' }, () => {
    const clipped = element.classList.toggle('clipped');
    more.setAttribute('aria-expanded', String(!clipped));
    more.textContent = clipped ? t('Show the whole prompt') : t('Show less');
  });
  more.textContent = t('Show the whole prompt');
  return el('div', {}, element, more);
}

/** A turn of the record beside the compared response. */
export function turnOf({ role, text }: Turn, tooltip: Tooltip): HTMLElement {
  const words = note(text, 'turn-text');
  tooltip.describe(words, t('Another part of this record. It is not compared.'));
  return el('div', { class: 'turn' }, roleOf(role), words);
}

/** The name of who speaks. */
export function roleOf(role: string): HTMLElement {
  return el('div', { class: 'turn-role' }, el('bdi', {}, ...visible(role)));
}

/** Grey text that can be reached with the keyboard, so that its reason can be heard. */
function note(text: string, name: string): HTMLElement {
  const paragraphs = text.split('\n').map((line) => el('p', { dir: 'auto' }, ...visible(line)));
  return el('div', { class: name, role: 'note', tabindex: '0' }, ...paragraphs);
}
