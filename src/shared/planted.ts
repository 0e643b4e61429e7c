/** Nouns of the test with planted copies: what would have been found, had it been there. */

/** How a planted copy was edited, weakest first; replaced words are a share of all words. */
export const PLANTED_EDITS = [
  'unchanged',
  'words 10 %',
  'words 20 %',
  'words 30 %',
  'truncated',
  'reordered',
  'merged',
] as const;

/** One of {@link PLANTED_EDITS}. */
export type PlantedEdit = (typeof PLANTED_EDITS)[number];

/** How many copies of one kind were found, with the exact interval of Clopper and Pearson. */
export interface PlantedShare {
  readonly edit: PlantedEdit;
  /** Copies with a reported match with the text that they were made of. */
  readonly found: number;
  /** Fewer than the originals where the edit does not apply: one sentence has no other order. */
  readonly copies: number;
  /** Copies that were not made, since with this edit they are too short to be reported; absent where there are none. */
  readonly tooShort?: number;
  readonly lower: number;
  readonly upper: number;
}

/** planted.json: no time in it, and the same bytes for any order of files. */
export interface Planted {
  /** A copy counts as found from so many distinctive tokens on, as in the run. */
  readonly threshold: number;
  /** Confidence level of the intervals. */
  readonly level: number;
  readonly seed: number;
  /** Originals that copies were made of. */
  readonly originals: number;
  /** Distinct texts of the originals, those of each part of the index by themselves. */
  readonly texts: number;
  /** Of these: too short for any copy to be reported, so that none was made. */
  readonly tooShort: number;
  /** In tokens, weighed as evidence: texts with less are too short. */
  readonly least: number;
  readonly shares: readonly PlantedShare[];
}
