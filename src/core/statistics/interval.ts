/** An interval of confidence for a share; both ends in [0, 1]. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Throws RangeError unless `level` is between 0 and 1, as 0.95 is. */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1))
    throw new RangeError(`A confidence level lies between 0 and 1, not at ${level}.`);
}
