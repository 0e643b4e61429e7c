/** Nouns of a comparison's result: scores, passages, matches, findings. */
import type { Meta, ResponseAddress, ResponsePart, Span } from './dataset.js';

export const KINDS = ['identical', 'normalised', 'near-duplicate', 'partial'] as const;
export type Kind = (typeof KINDS)[number];

/** A share: `value` = `shared` / `total`; 0 when `total` is 0. */
export interface Ratio {
  readonly value: number;
  readonly shared: number;
  readonly total: number;
}

/** Evidence in tokens: `value` with explained text taken out, `raw` with it left in. */
export interface Evidence {
  readonly value: number;
  readonly raw: number;
}

/** Scores of a pair; dice and editSimilarity only where they were asked for. */
export interface Scores {
  readonly jaccard: Ratio;
  readonly containmentSuspect: Ratio;
  readonly containmentOriginal: Ratio;
  readonly longestRun: { readonly value: number };
  readonly distinctiveTokens: Evidence;
  /** Ranks pairs by their passages less what the search for them costs; absent in runs of older versions. */
  readonly evidenceBits?: { readonly value: number };
  readonly dice?: { readonly value: number };
  readonly editSimilarity?: Ratio & { readonly capped?: true };
}

/** A run of equal tokens: where it stands in both source strings. */
export interface Seed {
  readonly suspect: Span;
  readonly original: Span;
  /** Length in tokens; a character token weighs a half. */
  readonly tokens: number;
}

/** A chain of seeds in the same order in both texts. */
export interface Passage {
  readonly suspect: Span;
  readonly original: Span;
  /** Shared tokens, explained ones included; operators of code and formulas weigh nothing. */
  readonly tokens: number;
  /** Of those, the explained ones. */
  readonly explained: number;
  /** Tokens between the seeds. */
  readonly gaps: number;
  /** tokens − explained − gaps; what the passage adds to the evidence is max(0, score − toll). */
  readonly score: number;
  readonly seeds: readonly Seed[];
  /** Independent answers that hold half of the runs of its seeds or more; of counted passages, where there are controls. */
  readonly held?: number;
}

/** A span that counts nothing, and why. */
export interface Explained {
  readonly side: 'suspect' | 'original';
  readonly start: number;
  readonly end: number;
  readonly reason: 'prompt' | 'template' | 'common' | 'control' | 'manual';
  /** The file of a template. */
  readonly name?: string;
}

/** A suspect's prompt among the controls': an equal or nearly equal one, and how many answers to it explain. */
export interface PromptPairing {
  readonly prompt: 'equal' | 'near' | 'none';
  readonly answers: number;
}

export interface MatchSide extends ResponseAddress {
  /** Of the response string, UTF-8. */
  readonly sha256: string;
  readonly part: ResponsePart;
  readonly meta: Meta;
}

/** One suspect response and one original response: a line of matches.jsonl. */
export interface Match {
  /** 16 hex digits made of prompt and response on both sides. */
  readonly pair: string;
  readonly kind: Kind;
  readonly reported: boolean;
  /** How many originals matched this suspect response, before the cap. */
  readonly originals: number;
  readonly suspect: MatchSide;
  readonly original: MatchSide;
  readonly scores: Scores;
  readonly passages: readonly Passage[];
  readonly explained: readonly Explained[];
  /** How the suspect's prompt met those of the controls; absent without controls. */
  readonly controls?: PromptPairing;
  /** Where a public text holds what counts in it, of the best match of a response. */
  readonly publicText?: Pick<ResponseAddress, 'path' | 'record' | 'pointer'>;
  /** What is conspicuous about the pair; readers of older and newer runs take any word. */
  readonly flags: readonly string[];
}
