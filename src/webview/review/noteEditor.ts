/** A small editor for the note on the selected findings: Ctrl+Enter saves, Escape leaves. */
import type { FindingId } from '../../shared/findingQuery.js';
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { InlineEditor } from './inlineEditor.js';

const LONGEST = 10_000;

export class NoteEditor extends InlineEditor<string> {
  /** What was written and neither saved nor left, by the findings that it is about. */
  readonly #drafts = new Map<string, string>();

  /** Opens on `text`, or on what was being written about `findings`; resolves with the new text, or undefined if it was left. */
  async edit(findings: readonly FindingId[], title: string, text: string): Promise<string | undefined> {
    const about = findings.join();
    const field = el('textarea', {
      rows: '3',
      maxlength: String(LONGEST),
      'aria-label': title,
      placeholder: t('Why? For yourself, and for who reads the verdicts.'),
    });
    field.value = this.#drafts.get(about) ?? text;
    field.addEventListener('input', () => this.#drafts.set(about, field.value));
    const note = await this.open({
      about,
      first: field,
      fields: [el('label', { class: 'note-title' }, title), field],
      hint: t('Ctrl+Enter saves, Esc leaves'),
      button: t('Save'),
      save: () => this.close(field.value.trim()),
      savesOn: ({ ctrlKey, metaKey }) => ctrlKey || metaKey,
    });
    // Another note took its place: this one is gone on with when it is opened again.
    if (!this.isOpen) this.#drafts.delete(about);
    return note;
  }
}
