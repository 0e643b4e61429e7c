import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { pushButton } from '../toolkit.js';

/** What an editor shows, and how it saves. */
export interface Editing {
  /** Equal for equal things that are edited. */
  readonly about: string;
  /** Has the focus first. */
  readonly first: HTMLElement;
  /** The heading and the fields, in their order. */
  readonly fields: readonly HTMLElement[];
  /** What the keys do; stands beside the buttons. */
  readonly hint: string;
  /** The name of the button that saves. */
  readonly button: string;
  readonly save: () => void;
  /** Which Enter saves; any other is left to what has the focus. */
  readonly savesOn: (enter: KeyboardEvent) => boolean;
}

/** A small editor that opens in its place and that Escape leaves; `T` is what it resolves with. */
export class InlineEditor<T> {
  readonly element = el('div', { class: 'note-editor', hidden: '' });
  readonly #hint = el('span', { class: 'quiet', role: 'status' });
  #editing: Editing | undefined;
  #close: ((result: T | undefined) => void) | undefined;

  constructor() {
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close(undefined);
      else if (event.key === 'Enter' && this.#editing?.savesOn(event) === true) this.#editing.save();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  get isOpen(): boolean {
    return this.#close !== undefined;
  }

  /**
   * Shows the fields; resolves with what {@link close} is given. If it is open about the same thing it stays as it is
   * and takes the focus, if about another that one is left; both resolve with undefined while an editor is open.
   */
  protected open(editing: Editing): Promise<T | undefined> {
    if (this.isOpen && this.#editing?.about === editing.about) {
      this.#editing.first.focus();
      return Promise.resolve(undefined);
    }
    this.close(undefined);
    this.#editing = editing;
    this.say(editing.hint);
    const cancel = pushButton(t('Cancel'), () => this.close(undefined));
    const save = pushButton(editing.button, editing.save);
    this.element.replaceChildren(
      ...editing.fields,
      el('div', { class: 'note-tools' }, this.#hint, cancel, save),
    );
    this.element.hidden = false;
    editing.first.focus();
    return new Promise((resolve) => {
      this.#close = (result) => {
        this.#close = undefined;
        this.element.hidden = true;
        this.element.replaceChildren();
        resolve(result);
      };
    });
  }

  /** Shows `words` in place of the hint. */
  protected say(words: string): void {
    this.#hint.textContent = words;
  }

  /** Ends the editing; undefined: it was left. */
  protected close(result: T | undefined): void {
    this.#close?.(result);
  }
}
