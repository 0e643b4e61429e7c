/** A line of a file that only grows which is not as it was written. Nothing of it is repaired. */
export interface ChainDamage {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly reason: string;
}
