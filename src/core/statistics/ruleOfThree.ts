/**
 * The smallest rate that `trials` independent trials can bound at 95 %: if none of them succeeded, the rate is at most
 * about 3 / trials (Hanley & Lippman-Hand 1983, JAMA 249, 1743–1745), one-sided. 1 without three trials.
 */
export function ruleOfThree(trials: number): number {
  return trials <= 3 ? 1 : 3 / trials;
}
