/** A small editor for the note on the selected findings: Ctrl+Enter saves, Escape leaves. */
import { el } from '../parts/dom.js';
import { pushButton } from '../toolkit.js';

const LONGEST = 10_000;

export class NoteEditor {
  readonly element = el('div', { class: 'note-editor', hidden: '' });
  #close: ((text: string | undefined) => void) | undefined;

  /** Opens on `text`; resolves with the new text, or undefined if it was left. */
  async edit(title: string, text: string): Promise<string | undefined> {
    this.#close?.(undefined);
    const field = el('textarea', {
      rows: '3',
      maxlength: String(LONGEST),
      'aria-label': title,
      placeholder: 'Why? For yourself, and for who reads the verdicts.',
    });
    field.value = text;
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#close?.(undefined);
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#close?.(field.value.trim());
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    this.element.replaceChildren(
      el('label', { class: 'note-title' }, title),
      field,
      el(
        'div',
        { class: 'note-tools' },
        el('span', { class: 'quiet' }, 'Ctrl+Enter saves, Esc leaves'),
        pushButton('Cancel', () => this.#close?.(undefined)),
        pushButton('Save', () => this.#close?.(field.value.trim())),
      ),
    );
    this.element.hidden = false;
    field.focus();
    return new Promise((resolve) => {
      this.#close = (result) => {
        this.#close = undefined;
        this.element.hidden = true;
        this.element.replaceChildren();
        resolve(result);
      };
    });
  }
}
