/** A small editor for the note on the selected findings: Ctrl+Enter saves, Escape leaves. */
import { el } from '../parts/dom.js';
import { pushButton } from '../toolkit.js';
import { InlineEditor } from './inlineEditor.js';

const LONGEST = 10_000;

export class NoteEditor extends InlineEditor<string> {
  /** Opens on `text`; resolves with the new text, or undefined if it was left. */
  async edit(title: string, text: string): Promise<string | undefined> {
    const field = el('textarea', {
      rows: '3',
      maxlength: String(LONGEST),
      'aria-label': title,
      placeholder: 'Why? For yourself, and for who reads the verdicts.',
    });
    field.value = text;
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close(undefined);
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.close(field.value.trim());
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    const closed = this.open(
      el('label', { class: 'note-title' }, title),
      field,
      el(
        'div',
        { class: 'note-tools' },
        el('span', { class: 'quiet' }, 'Ctrl+Enter saves, Esc leaves'),
        pushButton('Cancel', () => this.close(undefined)),
        pushButton('Save', () => this.close(field.value.trim())),
      ),
    );
    field.focus();
    return closed;
  }
}
