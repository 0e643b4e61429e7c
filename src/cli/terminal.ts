import type { Hooks } from '../engine/pace.js';
import { statusLine } from './statusLine.js';

/** What a command may do with the terminal. */
export interface Terminal {
  /** A line of the result, on stdout. */
  out(text: string): void;
  /** A line for the person, on stderr. */
  err(text: string): void;
  /** Replaces the status line; absent where stderr is no terminal. */
  readonly status: ((text: string) => void) | undefined;
  readonly signal: AbortSignal;
}

/** How the engine is stopped from the terminal, and says how far it is. */
export function hooksOf({ signal, status }: Pick<Terminal, 'signal' | 'status'>): Hooks {
  return { signal, progress: (progress) => status?.(statusLine(progress)) };
}
