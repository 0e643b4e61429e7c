/** Counts of findings by how they stand, kept up as they change. */
import type { VerdictCounts, VerdictFilter, VerdictState } from '../../shared/verdict.js';

export class VerdictTally {
  readonly #counts: Record<VerdictFilter, number>;

  /** Begins with so many findings of which nobody said anything. */
  constructor(open: number) {
    this.#counts = { open, confirmed: 0, dismissed: 0, unsure: 0, disagreement: 0 };
  }

  add(state: VerdictState, disagreement: boolean): void {
    this.#change(state, disagreement, 1);
  }

  remove(state: VerdictState, disagreement: boolean): void {
    this.#change(state, disagreement, -1);
  }

  get counts(): VerdictCounts {
    return { ...this.#counts };
  }

  #change(state: VerdictState, disagreement: boolean, by: 1 | -1): void {
    this.#counts[state] += by;
    if (disagreement) this.#counts.disagreement += by;
  }
}
