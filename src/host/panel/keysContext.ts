/** A context key that is true while keys act in the webview that has the focus: VS Code's keybindings follow it. */
import * as vscode from 'vscode';

type View = Pick<vscode.WebviewPanel, 'active' | 'visible' | 'onDidChangeViewState' | 'onDidDispose'>;

export class KeysContext {
  /** The view for which the key is true: only it takes that back, whatever the order in which views tell. */
  #holder: View | undefined;

  constructor(
    key: string,
    private readonly set = (value: boolean): void =>
      void vscode.commands.executeCommand('setContext', key, value),
  ) {}

  /** Follows `view` until it is disposed. Returns what is to be called when its app tells whether keys act. */
  watch(view: View): (keys: boolean) => void {
    let told = false;
    const show = (keys: boolean) => {
      told = keys;
      if (told && view.active) this.#hold(view);
      else this.#release(view);
    };
    // A hidden view loses its page, and the next page tells anew.
    view.onDidChangeViewState(() => show(told && view.visible));
    view.onDidDispose(() => this.#release(view));
    return show;
  }

  #hold(view: View): void {
    if (!this.#holder) this.set(true);
    this.#holder = view;
  }

  #release(view: View): void {
    if (this.#holder !== view) return;
    this.#holder = undefined;
    this.set(false);
  }
}
