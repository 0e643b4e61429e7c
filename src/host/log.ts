/** The log of the extension, made when there is first something to write. */
import * as vscode from 'vscode';

export class Log implements vscode.Disposable {
  #channel: vscode.LogOutputChannel | undefined;

  #open(): vscode.LogOutputChannel {
    return (this.#channel ??= vscode.window.createOutputChannel('Distillation Evidence', { log: true }));
  }

  info(text: string): void {
    this.#open().info(text);
  }

  /** Writes a bug with its stack. */
  error(error: unknown): void {
    this.#open().error(error instanceof Error ? error : String(error));
  }

  show(): void {
    this.#open().show();
  }

  dispose(): void {
    this.#channel?.dispose();
  }
}
