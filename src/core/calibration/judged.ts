import type { Kind } from '../../shared/match.js';

/** One independent answer after it went through the suspects' pipeline. */
export interface Judged {
  /** Path of its file; names are for people only. */
  readonly path: string;
  readonly source: string;
  readonly family: string;
  /** Hash of its prompt after normalisation: answers to one prompt are not independent. */
  readonly prompt: number;
  /** Evidence of its best original, in distinctive tokens; 0 if nothing was proposed. */
  readonly score: number;
  /** Bits of the same original. */
  readonly bits: number;
  /** Kind of its best match, as a match of the suspect would have it. */
  readonly kind: Kind | undefined;
  readonly strata: Readonly<Record<'length' | 'script' | 'content', string>>;
}
