/** Errors that a user can act on, told apart from bugs. */

export type FailureCode =
  | 'usage' // the call's words are off
  | 'input' // an input could not be read at all
  | 'index' // a part of the index vanished while it was used; the comparison begins anew
  | 'cancelled'
  | 'case'; // the case folder or a run in it could not be read or written

/** An expected failure: its message names file, line and remedy, and is shown as it is. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: FailureCode,
    message: string,
  ) {
    super(message);
  }
}

/** The failure that a cancelled action ends with. */
export function cancelled(): Failure {
  return new Failure('cancelled', 'Cancelled.');
}

/** Throws the cancelled failure if `signal` was aborted. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancelled();
}
