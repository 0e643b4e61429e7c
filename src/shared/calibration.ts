/** Nouns of the calibration: how often answers that are independent of the originals reach the threshold. */

/** A share of answers with its interval of confidence at 95 %. */
export interface Rate {
  /** Answers whose best original reaches the threshold, of how many. */
  readonly reported: number;
  readonly answers: number;
  /** Distinct prompts that they answer. */
  readonly prompts: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /**
   * "exact": Clopper–Pearson, where every prompt has one answer; "clustered": bootstrap over prompts, widened where
   * Clopper–Pearson over prompts is wider, since answers to one prompt are not independent.
   */
  readonly interval: 'exact' | 'clustered';
}

/** What one source of independent answers gave. */
export interface SourceRate extends Rate {
  /** File name, for people. */
  readonly source: string;
  /** As the case writes paths. */
  readonly path: string;
  readonly family: string;
  /** Its rate is beyond what the other families' rates allow: kin of the originals' model, or derived from them? */
  readonly standsOut: boolean;
}

/** Rates by a property of the answer: its length, its script, its content. */
export interface Stratum extends Rate {
  readonly by: 'length' | 'script' | 'content';
  readonly name: string;
}

/** A kind of match, counted over the independent answers by their best reported match. */
export type KindCounts = Readonly<Record<'identical' | 'normalised' | 'near-duplicate' | 'partial', number>>;

/** A threshold chosen on one half of the prompts, reported on the other. */
export interface ChosenThreshold {
  /** The rate that was wished for. */
  readonly rate: number;
  /** Smallest whole threshold whose rate on the first half is at most that. */
  readonly threshold: number;
  readonly first: Rate;
  readonly second: Rate;
  /** False where even no answer at all in the second half would not show the rate to be that small (3/n). */
  readonly supported: boolean;
}

/** Rates under one way of judging. */
export interface Background {
  readonly sources: readonly SourceRate[];
  readonly pooled: Rate;
  /** The largest rate of a source; its name. */
  readonly worst: string;
  readonly strata: readonly Stratum[];
  readonly kinds: KindCounts;
  readonly chosen: readonly ChosenThreshold[];
}

/** Best evidence of each answer of a source, in distinctive tokens, descending; those under `from` only counted. */
export interface SourceScores {
  readonly source: string;
  readonly family: string;
  readonly below: number;
  readonly scores: readonly number[];
  /** The evidence bits of the same answers, descending; absent in runs of older versions. */
  readonly bits?: readonly number[];
}

/** Prompts whose answers have the same best evidence: intervals are drawn over prompts at any threshold. */
export interface PromptScores {
  /** So many prompts are like this. */
  readonly prompts: number;
  /** Answers to each. */
  readonly answers: number;
  /** Of these, the evidence of those from `from` on, descending. */
  readonly scores: readonly number[];
}

/** How suspect responses were paired with independent answers. */
export interface Pairing {
  /** Prompts equal after normalisation. */
  readonly equal: number;
  /** Near-duplicate prompts. */
  readonly near: number;
  /** No independent answer of another family to the prompt: judged without. */
  readonly none: number;
}

/** How many reported findings chance alone would give. */
export interface Expected {
  readonly value: number;
  /** Of these with repetitions counted once, as findings are; absent in runs of older versions. */
  readonly distinct?: number;
  /** With the upper ends of the pooled rates, or the worst source's rate where that is larger. */
  readonly upper: number;
  /** What a suspect that chance gives `upper` on average exceeds once in forty draws; absent in runs of older versions. */
  readonly most?: number;
}

/** calibration.json: no time in it, and the same bytes for any order of files. */
export interface Calibration {
  readonly threshold: number;
  /** Confidence level of every interval. */
  readonly level: number;
  readonly families: number;
  readonly suspects: Pairing;
  /** Independent answers judged against answers of the other families to the same prompt. */
  readonly paired?: Background;
  /** Independent answers to prompts of the originals, judged without others' answers, for suspects that have none beside them. */
  readonly unpaired?: Background;
  readonly expected: Expected;
  /** Scores from this evidence on are listed. */
  readonly from: number;
  readonly scores: readonly SourceScores[];
  /** The same scores by prompt; absent in runs of older versions and for thousands of prompts. */
  readonly prompts?: readonly PromptScores[];
}

/** A script or kind of text that findings are of and too few independent answers. */
export interface ScarceKind {
  readonly by: 'script' | 'content';
  readonly name: string;
  readonly findings: number;
  readonly answers: number;
  /** Distinct prompts that they answer; absent in runs of older versions. */
  readonly prompts?: number;
}

/** The essentials of the calibration in run.json, for headlines. */
export interface ChanceCounts {
  /** Independent answers of all sources, to whatever prompts. */
  readonly answers: number;
  readonly sources: number;
  readonly families: number;
  readonly suspects: Pairing;
  /** Answers to prompts that the originals do not have; absent in runs of older versions. */
  readonly elsewhere?: number;
  readonly paired?: ChanceBackground;
  readonly unpaired?: ChanceBackground;
  readonly expected: Expected;
  /** What the rates do not speak for; absent in runs of older versions. */
  readonly scarce?: readonly ScarceKind[];
  /** Names of the sources that stand out. */
  readonly standOut: readonly string[];
}

/** What originals to different prompts share among themselves: all there is where no independent answers were given. */
export interface FloorCounts {
  /** Originals that were drawn and compared with those to other prompts. */
  readonly originals: number;
  /** Of these: with a match that a response of the suspect would be reported for. */
  readonly reported: number;
  /** Upper end of the rate's interval at 95 %. */
  readonly upper: number;
}

export interface ChanceBackground {
  readonly answers: number;
  /** Distinct prompts that they answer; absent in runs of older versions. */
  readonly prompts?: number;
  readonly reported: number;
  readonly upper: number;
  readonly sources: number;
  readonly worst: { readonly source: string; readonly value: number };
}

/** A family of sources that are one source: models of one kind. Sources in none are a family of their own. */
export interface Family {
  readonly name: string;
  readonly files: readonly string[];
}
