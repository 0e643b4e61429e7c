/** What the parts of the host share. */
import type * as vscode from 'vscode';
import type { Engine } from './engine/engine.js';
import type { Log } from './log.js';
import type { Messages } from './messages.js';
import type { CurrentRun } from './run/currentRun.js';

export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly engine: Engine;
  readonly log: Log;
  readonly run: CurrentRun;
  /** Replaced by tests. */
  messages: Messages;
}
