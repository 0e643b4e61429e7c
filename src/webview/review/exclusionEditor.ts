/** A small editor for a text that proves nothing, and why: Enter in the reason excludes it, Escape leaves. */
import { LONGEST_EXCLUSION, type Exclusion } from '../../shared/exclusion.js';
import { el } from '../parts/dom.js';
import { pushButton } from '../toolkit.js';
import { InlineEditor } from './inlineEditor.js';

const LONGEST_REASON = 1000;

export class ExclusionEditor extends InlineEditor<Exclusion> {
  /** Opens on `text`; resolves with what is to be excluded and why, or undefined if it was left. */
  async edit(text: string): Promise<Exclusion | undefined> {
    const field = el('textarea', {
      rows: '3',
      maxlength: String(LONGEST_EXCLUSION),
      'aria-label': 'Text to exclude',
    });
    field.value = text;
    const reason = el('input', {
      type: 'text',
      maxlength: String(LONGEST_REASON),
      'aria-label': 'Because',
      placeholder: 'Because… (a licence, a set phrase, a quotation: why does it prove nothing?)',
    });
    const missing = el('span', { class: 'quiet', role: 'status' }, 'Enter excludes, Esc leaves');
    const save = () => {
      const exclusion = { text: field.value.trim(), because: reason.value.trim() };
      const empty = exclusion.text === '' ? field : exclusion.because === '' ? reason : undefined;
      if (empty) {
        missing.textContent = empty === field ? 'Say which text.' : 'Say why.';
        empty.focus();
      } else this.close(exclusion);
    };
    const leave = () => this.close(undefined);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave();
      else if (event.key === 'Enter' && event.target === reason) save();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    field.addEventListener('keydown', onKey);
    reason.addEventListener('keydown', onKey);
    const closed = this.open(
      el(
        'label',
        { class: 'note-title' },
        'Exclude this text from every comparison of the case, for the controls as well',
      ),
      field,
      reason,
      el('div', { class: 'note-tools' }, missing, pushButton('Cancel', leave), pushButton('Exclude', save)),
    );
    (text === '' ? field : reason).focus();
    return closed;
  }
}
