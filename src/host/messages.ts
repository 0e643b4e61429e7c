/** What the extension says and asks, behind one object, so that a test can listen and answer. */
import * as vscode from 'vscode';

export interface ProgressReport {
  /** `percent` of the whole work, when it is known. */
  report(text: string, percent?: number): void;
}

export interface Messages {
  /** Each shows `text` and resolves with the action that was chosen, if any. */
  info(text: string, ...actions: string[]): PromiseLike<string | undefined>;
  warn(text: string, ...actions: string[]): PromiseLike<string | undefined>;
  error(text: string, ...actions: string[]): PromiseLike<string | undefined>;
  /** Asks for a decision that cannot be taken back, in a dialog; true if it was taken. */
  confirm(text: string, detail: string, action: string): PromiseLike<boolean>;
  /** A word in the status bar that goes by itself. */
  status(text: string): void;
  /** Runs `task` under a notification with a Cancel button, which aborts the signal. */
  progress<T>(
    title: string,
    task: (progress: ProgressReport, signal: AbortSignal) => Promise<T>,
  ): PromiseLike<T>;
}

/** The messages of VS Code itself. */
export const windowMessages: Messages = {
  info: (text, ...actions) => vscode.window.showInformationMessage(text, ...actions),
  warn: (text, ...actions) => vscode.window.showWarningMessage(text, ...actions),
  error: (text, ...actions) => vscode.window.showErrorMessage(text, ...actions),
  confirm: async (text, detail, action) =>
    (await vscode.window.showWarningMessage(text, { modal: true, detail }, action)) === action,
  status: (text) => void vscode.window.setStatusBarMessage(text, 5000),
  progress: (title, task) =>
    vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      async (progress, token) => {
        const controller = new AbortController();
        const listening = token.onCancellationRequested(() => controller.abort());
        let shown = 0;
        try {
          return await task(
            {
              report(text, percent = shown) {
                const increment = Math.max(0, percent - shown);
                shown += increment;
                progress.report({ message: text, increment });
              },
            },
            controller.signal,
          );
        } finally {
          listening.dispose();
        }
      },
    ),
};
