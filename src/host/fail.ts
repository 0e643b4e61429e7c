/** How an action ends for its reader: silent when cancelled, a message when expected, the log when it is a bug. */
import * as vscode from 'vscode';
import { Failure } from '../shared/failure.js';
import type { Services } from './services.js';

/** A failure together with what the user can do about it at once. */
export class ActionableFailure extends Failure {
  constructor(
    message: string,
    readonly title: string,
    readonly act: () => unknown,
  ) {
    super('input', message);
  }
}

/** Runs `action` and tells the user how it failed, if it did; resolves with its result or undefined. */
export async function guarded<T>(services: Services, action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    void tell(services, error);
    return undefined;
  }
}

/** Shows `error` in the way that suits it. */
export async function tell({ messages, log }: Services, error: unknown): Promise<void> {
  if (error instanceof ActionableFailure) {
    if ((await messages.error(error.message, error.title)) === error.title) await error.act();
  } else if (error instanceof Failure) {
    if (error.code === 'cancelled') messages.status(vscode.l10n.t('Cancelled.'));
    else await messages.error(error.message);
  } else {
    log.error(error);
    const show = vscode.l10n.t('Show Log');
    const text = error instanceof Error ? error.message : String(error);
    const chosen = await messages.error(
      vscode.l10n.t('Distillation Evidence met an error of its own: {0}', text),
      show,
    );
    if (chosen === show) log.show();
  }
}
