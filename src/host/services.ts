/** What the parts of the host share. */
import type * as vscode from 'vscode';
import type { Engine } from './engine/engine.js';
import type { RememberedInputs, RememberedRole } from './inputs/rememberedInputs.js';
import type { Log } from './log.js';
import type { Messages } from './messages.js';
import type { Reviews } from './review/reviews.js';
import type { CurrentRun } from './run/currentRun.js';

export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly engine: Engine;
  readonly log: Log;
  readonly run: CurrentRun;
  readonly reviews: Reviews;
  /** What the workspace remembers to compare with. */
  readonly inputs: Readonly<Record<RememberedRole, RememberedInputs>>;
  /** Replaced by tests. */
  messages: Messages;
}
