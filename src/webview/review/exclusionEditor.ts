/** A small editor for a text that proves nothing, and why: Enter in the reason excludes it, Escape leaves. */
import { LONGEST_EXCLUSION, type Exclusion } from '../../shared/exclusion.js';
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { InlineEditor } from './inlineEditor.js';

const LONGEST_REASON = 1000;

export class ExclusionEditor extends InlineEditor<Exclusion> {
  /** Opens on `text`; resolves with what is to be excluded and why, or undefined if it was left. */
  async edit(text: string): Promise<Exclusion | undefined> {
    const field = el('textarea', {
      rows: '3',
      maxlength: String(LONGEST_EXCLUSION),
      'aria-label': t('Text to exclude'),
    });
    field.value = text;
    const reason = el('input', {
      type: 'text',
      maxlength: String(LONGEST_REASON),
      'aria-label': t('Because'),
      placeholder: t('Because… (a licence, a set phrase, a quotation: why does it prove nothing?)'),
    });
    const save = () => {
      const exclusion = { text: field.value.trim(), because: reason.value.trim() };
      const empty = exclusion.text === '' ? field : exclusion.because === '' ? reason : undefined;
      if (empty) {
        this.say(empty === field ? t('Say which text.') : t('Say why.'));
        empty.focus();
      } else this.close(exclusion);
    };
    const title = t('Exclude this text from every comparison of the case, for the controls as well');
    return this.open({
      about: text,
      first: text === '' ? field : reason,
      fields: [el('label', { class: 'note-title' }, title), field, reason],
      hint: t('Enter excludes, Esc leaves'),
      button: t('Exclude'),
      save,
      savesOn: ({ target }) => target === reason,
    });
  }
}
