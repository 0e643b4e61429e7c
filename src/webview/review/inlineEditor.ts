import { el } from '../parts/dom.js';

/** A small editor that opens in its place; `T` is what it resolves with. */
export class InlineEditor<T> {
  readonly element = el('div', { class: 'note-editor', hidden: '' });
  #close: ((result: T | undefined) => void) | undefined;

  /** Shows `children`; resolves with what {@link close} is given. One that is open already is left. */
  protected open(...children: readonly HTMLElement[]): Promise<T | undefined> {
    this.close(undefined);
    this.element.replaceChildren(...children);
    this.element.hidden = false;
    return new Promise((resolve) => {
      this.#close = (result) => {
        this.#close = undefined;
        this.element.hidden = true;
        this.element.replaceChildren();
        resolve(result);
      };
    });
  }

  /** Ends the editing; undefined: it was left. */
  protected close(result: T | undefined): void {
    this.#close?.(result);
  }
}
