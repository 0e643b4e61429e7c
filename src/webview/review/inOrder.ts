/** What a reviewer asks for, one after the other: a second key means the finding that the first one led to. */
export class InOrder {
  #last: Promise<void> = Promise.resolve();

  constructor(private readonly onProblem: (what: string, error: unknown) => void) {}

  /** Does `work` when all before it is done; if it fails, `failed` says what did not happen. */
  do(failed: string, work: () => Promise<void>): void {
    this.#last = this.#last.then(work).catch((error: unknown) => this.onProblem(failed, error));
  }
}
