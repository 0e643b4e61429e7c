/** What proposes originals for suspects, wherever its postings lie: in memory, on disk, on other machines. */

/** What an index knows of a response; made of the texts alone, so that it can be stored. `Prepared` is one. */
export interface Keys {
  /** Hash of the response's string. */
  readonly textKey: number;
  /** Hash that responses with equal normalised text share. */
  readonly normalisedKey: number;
  /** Distinct shingle hashes, ascending. */
  readonly shingles: Float64Array;
}

/** The originals proposed for one suspect response. All ids ascend. */
export interface Candidates {
  /** Originals with the suspect's text key; shingles don't matter. A superset of the identical ones. */
  readonly identical: readonly number[];
  /** The same for the normalised key. */
  readonly normalised: readonly number[];
  /** Originals that share at least one shingle that is not hot … */
  readonly ids: Uint32Array;
  /** … and how many of those each shares. */
  readonly shared: Uint32Array;
  /** Shingles of the suspect that are hot: they propose nothing. */
  readonly hot: number;
}

/** How common a shingle must be to be hot: in more than this share of the originals and in at least so many. */
export interface HotRule {
  readonly hotShare: number;
  readonly hotMinimum: number;
}

export interface CandidateIndex {
  /** Originals in the index. */
  readonly size: number;
  /** Hot shingles among the originals. */
  readonly hotShingles: number;
  /** Proposes for a batch of suspects, in their order. Throws the cancelled failure if `signal` is aborted. */
  find(suspects: readonly Keys[], signal?: AbortSignal): Promise<Candidates[]>;
}

/** All ids of a proposal, ascending, each once. */
export function allProposed({ identical, normalised, ids }: Candidates): number[] {
  return [...new Set([...identical, ...normalised, ...ids])].sort((a, b) => a - b);
}
