import type { Change } from '../../shared/engineCalls.js';

/** Gathers changes in order; neighbours of one kind become one. */
export class ChangeList {
  readonly changes: Change[] = [];
  private suspectAt = 0;
  private originalAt = 0;

  /** Adds a stretch by its lengths in code units; a stretch of no length is left out. */
  add(op: Change['op'], length: number): void {
    if (length === 0) return;
    const suspectTo = this.suspectAt + (op === 'insert' ? 0 : length);
    const originalTo = this.originalAt + (op === 'delete' ? 0 : length);
    const last = this.changes.at(-1);
    const change: Change = {
      op,
      suspect: [last?.op === op ? last.suspect[0] : this.suspectAt, suspectTo],
      original: [last?.op === op ? last.original[0] : this.originalAt, originalTo],
    };
    if (last?.op === op) this.changes.pop();
    this.changes.push(change);
    this.suspectAt = suspectTo;
    this.originalAt = originalTo;
  }
}
