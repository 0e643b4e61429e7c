/** Which of its seeds a text keeps, as it is long. */
import type { Parameters } from '../../shared/run.js';

/**
 * Of longer texts the seeds of every second run are enough, of the longest every second of these: what is reported shares
 * dozens.
 */
const THINNED = [
  { tokens: 320, step: 4 },
  { tokens: 96, step: 2 },
] as const;
/** … if a reported pair shares so many tokens; where it may share fewer, twice as many seeds are kept. */
const THINNED_FROM = 18;

/** True if a pair may be reported that shares so little that it has few seeds. */
export function reportsLittle({ passageToll, reportFrom }: Parameters): boolean {
  return passageToll + reportFrom < THINNED_FROM;
}

/** True if a text of so many tokens opens all of its seeds, whatever is reported. */
export function opensAll(tokens: number): boolean {
  return THINNED.every((one) => tokens < one.tokens);
}

/** The bits that are 0 in the hashes of the seeds that a text of so many tokens may open. */
export function thinning(tokens: number, parameters: Parameters): number {
  const step = THINNED.find((one) => tokens >= one.tokens)?.step ?? 1;
  return (reportsLittle(parameters) ? Math.max(1, step / 2) : step) - 1;
}

/** What `thinning` says: from so many tokens on, these bits are 0; the longest texts first. */
export function thinningOf(parameters: Parameters): number[] {
  return THINNED.flatMap(({ tokens }) => [tokens, thinning(tokens, parameters)]);
}
