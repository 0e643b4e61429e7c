/** Nouns of a model-output run's matrix: how close the answers of all sources are to each other, prompt by prompt. */

/** A mean over prompts with its interval of confidence. */
export interface MeanOverPrompts {
  readonly prompts: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Whose answers are compared; the suspect's files are one source, and so are the originals'. */
export interface ClosenessSource {
  readonly role: 'suspect' | 'original' | 'control';
  /** File name, for people; of several files the first ones by path, and how many they are. */
  readonly source: string;
  /** As the case writes paths; absent for a side of several files, which run.json names. */
  readonly path?: string;
  /** Controls only. */
  readonly family?: string;
  /** Of the prompts that the suspect and the originals answer, how many it answers. */
  readonly prompts: number;
}

/** How close two sources' answers to the same prompts are; numbers of {@link Closeness.sources}. */
export interface PairCloseness extends MeanOverPrompts {
  readonly a: number;
  readonly b: number;
}

/** How much closer one source is to the originals than another, on the prompts that both answer. */
export interface Difference extends MeanOverPrompts {
  readonly other: number;
  /** The whole interval lies above zero. */
  readonly closer: boolean;
}

/** A source tried as the suspect: against every source of another family. */
export interface Trial {
  readonly source: number;
  readonly differences: readonly Difference[];
  /** Closer than every source of every other family. */
  readonly passed: boolean;
  /** On how many of the prompts that all of them answer it is closer than all others; ties count against it. */
  readonly first: number;
  readonly of: number;
}

/** Why no trial is held: too few families of controls, or too few prompts. */
export type Refusal = 'families' | 'prompts';

/** closeness.json of a model-output run: no time in it, and the same bytes for any order of files. */
export interface Closeness {
  /** Confidence level of every interval. */
  readonly level: number;
  /** Tokens of a shingle. */
  readonly shingle: number;
  /** Prompts that both the suspect and the originals answer, and how many of them were compared. */
  readonly answered: number;
  readonly prompts: number;
  /** The suspect, the originals, then the controls by family and path. */
  readonly sources: readonly ClosenessSource[];
  /** Every two sources that answer a common prompt. */
  readonly pairs: readonly PairCloseness[];
  readonly refused?: Refusal;
  /** The suspect's trial, then every control's; empty if refused. */
  readonly trials: readonly Trial[];
  /** On how many prompts the suspect is first, second, … among the controls; ties count against it. */
  readonly ranks: readonly number[];
}

/** The essentials in run.json, for headlines. */
export interface ClosenessCounts {
  readonly prompts: number;
  /** Families of controls that answer enough of these prompts. */
  readonly families: number;
  readonly refused?: Refusal;
  /** Families than all of whose sources the suspect is closer to the originals. */
  readonly closerThan: number;
  /** Families with a source that would have passed the suspect's test. */
  readonly passing: number;
  /** Controls that the suspect is closer to than the originals and all other families are: it may be mixed from them. */
  readonly alsoAlike?: readonly string[];
  /** Of the prompts those that the suspect and the control with the fewest answer; absent if refused, and in older runs. */
  readonly fewest?: number;
  /** The control to which the suspect is closer than to the originals, and on how many prompts that both answer. */
  readonly closerTo?: { readonly source: string; readonly prompts: number };
}
