/** The texts of a record: short ones in a list, long ones as readable blocks. */
import type { TableField } from '../../../shared/tableCalls.js';
import { visible } from '../../pair/visible.js';
import { el } from '../../parts/dom.js';
import { plural, t } from '../../parts/l10n.js';
import type { Found } from '../search/found.js';

const SHORT = 80;

const PARTS: Readonly<Record<NonNullable<TableField['part']>, string>> = {
  answer: t('response'),
  reasoning: t('reasoning'),
  'tool-call': t('tool call'),
};

/** The fields in their order; neighbouring short ones share a list. */
export function fieldElements(fields: readonly TableField[], found: Found): HTMLElement[] {
  const made: HTMLElement[] = [];
  let list: HTMLElement | undefined;
  const said = new Set(fields.filter(({ speaker }) => speaker !== undefined).map(speech));
  for (const field of fields) {
    // Who speaks stands above what is said.
    if (/\/(?:role|from)$/.test(field.pointer) && said.has(speech({ ...field, speaker: field.text })))
      continue;
    if (isShort(field)) {
      if (!list) made.push((list = el('dl', { class: 'short-fields' })));
      list.append(shortField(field, found));
    } else {
      list = undefined;
      made.push(longField(field, found));
    }
  }
  return made;
}

/** A speaker of a message. */
function speech({ pointer, speaker = '' }: TableField): string {
  return `${pointer.slice(0, pointer.lastIndexOf('/'))} ${speaker}`;
}

function isShort({ text, part, speaker }: TableField): boolean {
  return part === undefined && speaker === undefined && text.length <= SHORT && !/[\r\n]/.test(text);
}

function shortField({ pointer, text }: TableField, found: Found): HTMLElement {
  return el(
    'div',
    {},
    el('dt', {}, ...visible(nameOf(pointer))),
    el('dd', { dir: 'auto' }, ...(text === '' ? [el('i', {}, t('empty'))] : found.mark(text))),
  );
}

function longField({ pointer, text, cut, part, speaker }: TableField, found: Found): HTMLElement {
  const head = el('h3', {});
  if (speaker !== undefined) head.append(el('span', { class: 'speaker', dir: 'auto' }, ...visible(speaker)));
  head.append(el('span', { class: 'field-name' }, ...visible(nameOf(pointer))));
  // A field that is called so need not be called so twice.
  if (part !== undefined && nameOf(pointer) !== PARTS[part])
    head.append(el('span', { class: 'part' }, PARTS[part]));
  // Each paragraph finds its own direction, and none leaks into the next.
  const paragraphs = text.split('\n').map((line) => el('p', { dir: 'auto' }, ...found.mark(line)));
  const block = el('div', { class: `field${part === undefined ? '' : ' is-response'}` }, head);
  block.append(el('div', { class: 'field-text' }, ...paragraphs));
  if (text === '') block.append(el('p', { class: 'cut' }, t('empty')));
  if (cut !== undefined)
    block.append(
      el(
        'p',
        { class: 'cut' },
        plural(cut, '{0} further character not shown.', '{0} further characters not shown.'),
      ),
    );
  return block;
}

/** A pointer as people write it: "/messages/0/content" as "messages / 0 / content". */
function nameOf(pointer: string): string {
  const steps = pointer.split('/').slice(1);
  return steps.length === 0
    ? t('the record')
    : steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')).join(' / ');
}
