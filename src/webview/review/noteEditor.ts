/** A small editor for the note on the selected findings: Ctrl+Enter saves, Escape leaves. */
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { InlineEditor } from './inlineEditor.js';

const LONGEST = 10_000;

export class NoteEditor extends InlineEditor<string> {
  /** Opens on `text`; resolves with the new text, or undefined if it was left. */
  async edit(title: string, text: string): Promise<string | undefined> {
    const field = el('textarea', {
      rows: '3',
      maxlength: String(LONGEST),
      'aria-label': title,
      placeholder: t('Why? For yourself, and for who reads the verdicts.'),
    });
    field.value = text;
    const closed = this.open({
      fields: [el('label', { class: 'note-title' }, title), field],
      hint: t('Ctrl+Enter saves, Esc leaves'),
      button: t('Save'),
      save: () => this.close(field.value.trim()),
      savesOn: ({ ctrlKey, metaKey }) => ctrlKey || metaKey,
    });
    field.focus();
    return closed;
  }
}
