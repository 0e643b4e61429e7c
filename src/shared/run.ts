/** Nouns of a run: what was asked, what went in, what came out. */
import type { Exclusion } from './exclusion.js';
import type { ChanceCounts, FloorCounts } from './calibration.js';
import type { ClosenessCounts } from './closeness.js';
import type { DatasetSummary, ShapeOverride } from './dataset.js';
import type { Kind } from './match.js';

/** dataset: "this record shares text with ours"; outputs: answers of two models paired by prompt. */
export type RunKind = 'dataset' | 'outputs';

/** Steps of the normalisation, in this order; each can be switched off and is recorded in the run. */
export interface NormaliseSteps {
  readonly nfc: boolean;
  readonly foldForms: boolean;
  readonly stripFormat: boolean;
  readonly homoglyphs: boolean;
  readonly casefold: boolean;
  readonly markdown: boolean;
  readonly whitespace: boolean;
}

/** Everything that changes a result; recorded in run.json and part of the run's identity. */
export interface Parameters {
  readonly normalise: NormaliseSteps;
  /** Tokens of a shingle. */
  readonly shingleSize: number;
  /** Shortest shared run that seeds a passage, in tokens. */
  readonly seedTokens: number;
  /** Most tokens between two neighbouring seeds of a passage, on either side. */
  readonly maxGap: number;
  /** What every passage pays before it counts as evidence, in tokens. */
  readonly passageToll: number;
  /** Shortest run shared with a prompt that explains text, in tokens. */
  readonly explainedRun: number;
  /** A match is reported from so many distinctive tokens on. */
  readonly reportFrom: number;
  /** A near-duplicate is one from this Jaccard on. */
  readonly nearDuplicateFrom: number;
  /** Originals kept for one suspect response. */
  readonly originalsPerResponse: number;
  /** A seed, and of a short text a shingle, in more than this share of the originals … */
  readonly hotShare: number;
  /** … and in at least so many of them proposes nothing. */
  readonly hotMinimum: number;
  /** "shown": dice and editSimilarity for reported matches only; "all": for every match. */
  readonly scores: 'shown' | 'all';
  /** Rules that explain nothing in this run, for suspects, controls and planted copies alike; none when absent. */
  readonly rulesOff?: readonly ExplainRule[];
  /** Texts that reviewers excluded by hand, for suspects, controls and planted copies alike; none when absent. */
  readonly excluded?: readonly Exclusion[];
  /** Names of models and makers beside the known ones, for the flag "names swapped"; none when absent. */
  readonly names?: readonly string[];
  /** Only these records of the suspect are compared (0-based); all when absent. */
  readonly suspectRecords?: readonly number[];
  readonly suspectShape?: ShapeOverride;
  readonly originalsShape?: ShapeOverride;
  readonly controlsShape?: ShapeOverride;
}

export const DEFAULT_PARAMETERS: Parameters = {
  normalise: {
    nfc: true,
    foldForms: true,
    stripFormat: true,
    homoglyphs: true,
    casefold: true,
    markdown: true,
    whitespace: true,
  },
  shingleSize: 5,
  seedTokens: 3,
  maxGap: 4,
  passageToll: 10,
  explainedRun: 5,
  reportFrom: 13,
  nearDuplicateFrom: 0.5,
  originalsPerResponse: 20,
  hotShare: 0.01,
  hotMinimum: 1000,
  scores: 'shown',
};

/** What may explain shared text, and can be switched off. */
export const EXPLAIN_RULES = ['prompt', 'control', 'template', 'manual'] as const;
export type ExplainRule = (typeof EXPLAIN_RULES)[number];

export type InputRole = 'suspect' | 'original' | 'control' | 'template' | 'public';

export interface RunInput extends DatasetSummary {
  readonly role: InputRole;
  /** Of a control: sources of one family are one source; its own path where the user named none. */
  readonly family?: string;
}

/** Suspect responses by their best reported match; the rest of the ledger beside it. */
export interface RunCounts extends Readonly<Record<Kind, number>> {
  readonly responses: number;
  /** Findings without an innocent route, with equal and near-equal ones counted once; absent in runs of older versions. */
  readonly distinct?: number;
  /** Findings whose best match has an innocent route that the data shows; absent in runs of older versions. */
  readonly routed?: number;
  /** Responses that have only unreported matches. */
  readonly 'too-little-evidence': number;
  /** Responses with fewer tokens than a shingle. */
  readonly 'too-short': number;
  /** Records and lines that were not read, on both sides. */
  readonly skipped: number;
  /** Pairs that were proposed and scored, and are neither reported nor of a kind that is kept. */
  readonly unreportedPairs: number;
  /** Matches beyond the cap of originals per response. */
  readonly beyondCap: number;
  /** Spaced seeds of the suspects' texts, and shingles of short ones, that are too common among the originals to propose any. */
  readonly hotShingles: number;
  /** Outputs runs: suspect answers for which the originals have no answer to the same prompt. */
  readonly unpaired: number;
  /** What chance alone gives, from the controls; absent without any. */
  readonly chance?: ChanceCounts;
  /** Dataset runs of 300 responses and more with too few controls or none; absent where no original has a prompt. */
  readonly floor?: FloorCounts;
  /** Outputs runs: whether the suspect is closer to the originals than the controls are; absent in older runs. */
  readonly closeness?: ClosenessCounts;
}

/** run.json: no times in it, so that the same run is the same bytes. */
export interface RunManifest {
  readonly run: string;
  readonly kind: RunKind;
  readonly tool: string;
  readonly version: string;
  /** Of the Unicode tables that cut the words. */
  readonly unicode: string;
  readonly parameters: Parameters;
  readonly inputs: readonly RunInput[];
  readonly counts: RunCounts;
  /** What the reader of the result must know: "suspect.jsonl was among the originals and was left out". */
  readonly notes: readonly string[];
}

/** timing.json */
export interface RunTiming {
  readonly started: string;
  readonly seconds: { readonly index: number; readonly compare: number };
  readonly machine: string;
}

/** What an action says while it works. */
export interface Progress {
  /** e.g. "Reading originals", "Comparing". */
  readonly phase: string;
  readonly done: number;
  /** 0 when unknown. */
  readonly total: number;
  readonly unit: 'bytes' | 'responses';
  /** Units a second, lately; absent until it can be told. */
  readonly perSecond?: number;
  /** Until this phase ends, at that speed; absent until it can be told. */
  readonly secondsLeft?: number;
}
