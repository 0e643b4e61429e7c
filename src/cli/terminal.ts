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
