import type { Passage } from '../../shared/match.js';

/** What the flags of a pair are read from. */
export interface FlaggedPair {
  readonly suspect: string;
  readonly original: string;
  /** The passages that pay more than their toll, in the suspect's order. */
  readonly passages: readonly Passage[];
}
