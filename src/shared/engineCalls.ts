/** What the host asks of the worker that owns the model. Paths are absolute. */
import type { BundleCheck, BundleDone, BundleRequest } from './bundle.js';
import type { Closeness } from './closeness.js';
import type { Calibration, Family } from './calibration.js';
import type { DatasetSummary, Response, ShapeOverride, Span } from './dataset.js';
import type {
  Facets,
  FindingId,
  FindingList,
  FindingQuery,
  Grouping,
  Histogram,
  ScoreName,
  SideName,
} from './findingQuery.js';
import type { ExclusionEntry, Exclusions } from './exclusion.js';
import type { ListedRun, RunDifference } from './caseRuns.js';
import type { Kind, Match } from './match.js';
import type { IndexDone, IndexEntry, IndexRequest, InputFacts, InputFactsRequest } from './originalsIndex.js';
import type { Planted } from './planted.js';
import type { ReportDone, ReportRequest } from './report.js';
import type { Parameters, RunKind, RunManifest } from './run.js';
import type { RouteMarks } from './route.js';
import type { TableCalls } from './tableCalls.js';
import type {
  Judgement,
  ReviewChange,
  ReviewProgress,
  SampleRequest,
  Verdict,
  VerdictState,
} from './verdict.js';

export type { FindingId };

export interface CompareRequest {
  readonly kind: RunKind;
  readonly suspects: readonly string[];
  readonly originals: readonly string[];
  /** Independent answers: every file is a source. */
  readonly controls?: readonly string[];
  /** Sources that are one source; their files are controls too. */
  readonly families?: readonly Family[];
  /** Files and folders of templates and public texts: what a response shares with them is explained. */
  readonly templates?: readonly string[];
  /** Files and folders of public texts: a finding that they hold as well has an innocent route, and still counts. */
  readonly publicTexts?: readonly string[];
  /** The folder `.distillation-evidence`. */
  readonly caseDir: string;
  /** The case that paths are written for, where nothing may be written in it; `caseDir` when absent. */
  readonly pathsCase?: string;
  readonly parameters: Parameters;
  /** Where the index of the originals lies; the user's cache folder when absent. */
  readonly indexDir?: string;
  /** Threads that read and compare, 16 at most; as many as there are processors when absent. */
  readonly workers?: number;
  /** Megabytes that the comparison may take, all threads together; 512 when absent. */
  readonly memory?: number;
  /**
   * So many originals are copied and edited to test what would be found; 0 for no test. When absent, a few hundred are
   * if nothing was found.
   */
  readonly planted?: number;
}

export interface CompareResult {
  readonly manifest: RunManifest;
  /** Folder of the run. */
  readonly dir: string;
  readonly seconds: { readonly index: number; readonly compare: number };
  /** What happened to the index that a person may want to know; not part of the run. */
  readonly notes: readonly string[];
  /** What became of planted copies, if there were any. */
  readonly planted?: Planted;
}

/** A test of what a finished run would have found. */
export interface PlantRequest extends Pick<CompareRequest, 'indexDir' | 'workers' | 'memory' | 'planted'> {
  /** Folder of the run. */
  readonly dir: string;
}

/** A check of a bundle. */
export interface VerifyRequest extends Pick<CompareRequest, 'memory'> {
  /** A folder or a .zip. */
  readonly path: string;
}

/** A reviewer's word on a text of a case. */
export interface ExcludeRequest extends Omit<ExclusionEntry, 'time'> {
  /** The folder `.distillation-evidence`. */
  readonly caseDir: string;
}

/** A look at the first records, before a long run. */
export interface Preview {
  readonly summary: Omit<DatasetSummary, 'sha256' | 'records' | 'responses' | 'skipped'>;
  /** Estimated from the first records and the file's size; exact when the whole file was read. */
  readonly responses: number;
  readonly exact: boolean;
  readonly first: Pick<Response, 'prompt' | 'text'> | undefined;
}

/** One line of the list. */
export interface FindingRow {
  readonly id: FindingId;
  readonly pair: string;
  readonly kind: Kind;
  readonly reported: boolean;
  readonly originals: number;
  readonly record: number;
  readonly line?: number;
  readonly path: string;
  /** First words of the response, at most 160 characters, white space collapsed; "" if it is stale. */
  readonly excerpt: string;
  /** What was compared is no longer at its place. */
  readonly stale?: true;
  readonly evidence: number;
  readonly jaccard: number;
  readonly flags: readonly string[];
  /** What reviewers say of its best match, by their names. */
  readonly judgements: readonly Judgement[];
}

/** A change of the verdicts of findings: of the pair that is each one's best match. */
export interface JudgeRequest {
  readonly run: string;
  readonly reviewer: string;
  readonly findings: readonly FindingId[];
  /** What is absent stays as it is. */
  readonly verdict?: Verdict;
  readonly note?: string;
  readonly routes?: RouteMarks;
}

/** How a sample of findings stands. */
export interface SampleReview {
  readonly findings: readonly FindingId[];
  /** Reported findings of the run, of which the sample was drawn. */
  readonly population: number;
  readonly counts: Readonly<Record<VerdictState, number>>;
}

/** A stretch of the word-level diff. */
export interface Change {
  readonly op: 'equal' | 'delete' | 'insert';
  readonly suspect: Span;
  readonly original: Span;
}

/** One of the originals of a finding, for the way through them. */
export interface OriginalTab {
  /** Path relative to the workspace, for people. */
  readonly label: string;
  readonly record: number;
  readonly line?: number;
  readonly kind: Kind;
  readonly reported: boolean;
  readonly evidence: number;
}

export interface PairSide {
  /** Path relative to the workspace, for people. */
  readonly label: string;
  readonly prompt: string;
  readonly text: string;
  /** The file has no text at this place any more. */
  readonly gone?: true;
}

/** Everything the pair view shows. */
export interface PairView {
  readonly finding: FindingId;
  /** Which of the finding's kept originals, 0-based. */
  readonly index: number;
  readonly kept: number;
  /** All kept originals, best first. */
  readonly originals: readonly OriginalTab[];
  readonly match: Match;
  readonly suspect: PairSide;
  readonly original: PairSide;
  readonly changes: readonly Change[];
  /** The diff was cut short by its time limit and is coarser than it could be. */
  readonly coarse: boolean;
  /** Long texts: `refine` gives finer differences, and the scores that are missing here. */
  readonly refinable: boolean;
  /** Why this pair matched, in one or two sentences. */
  readonly why: string;
  /** Set when a file no longer holds what was compared: says which, and what to do. */
  readonly stale?: string;
}

/** What takes longer for long texts, and replaces what the pair view had. */
export type PairRefinement = Pick<PairView, 'changes' | 'coarse'> & Pick<Match, 'scores'>;

/** One turn of a record, or one of its other texts. */
export interface Turn {
  /** Who speaks, or the field's name. */
  readonly role: string;
  readonly text: string;
  /** "response" is the text that is compared; of a string that holds more, the rest is before or after it. */
  readonly place: 'before' | 'response' | 'after';
}

/** For CodeLens, F12 and the way back: what is known of one record. */
export interface RecordFinding {
  readonly id: FindingId;
  /** Its folder. */
  readonly run: string;
  readonly kind: Kind;
  readonly reported: boolean;
  readonly evidence: number;
  readonly jaccard: number;
  readonly containmentSuspect: number;
  readonly suspect: Match['suspect'];
  /** Best first. */
  readonly originals: readonly Match['original'][];
  readonly count: number;
  /** With the reviewer who asks; open where nobody does. */
  readonly state: VerdictState;
}

/** A stretch of text that a pair shares. */
export interface SharedRun {
  /** As the suspect has it. */
  readonly text: string;
  readonly tokens: number;
}

/** A record in an outline of its file. */
export interface OutlineRecord {
  readonly record: number;
  /** 1-based. */
  readonly line: number;
  /** First words of its prompt, or of its response where there is no prompt. */
  readonly words: string;
}

/** A record written out for people, and where its response stands in that text. */
export interface RecordDocument {
  readonly text: string;
  readonly response?: Span;
}

export interface RecordRequest {
  readonly path: string;
  readonly record: number;
  readonly pointer?: string;
  readonly byteOffset?: number;
  readonly byteLength?: number;
  /** "record": pretty, with the response as readable text; "response": the response alone. */
  readonly view: 'record' | 'response';
  readonly range?: Span;
}

/** For the picture of two distributions over one axis, and the matrix of a model-output run. */
export interface CalibrationView {
  /** Undefined where the run had no controls. */
  readonly calibration: Calibration | undefined;
  /** Undefined of dataset runs and of older ones. */
  readonly closeness: Closeness | undefined;
  /** Evidence of each finding's best match, descending; responses without a kept match are not in it. */
  readonly findings: readonly number[];
  /** All responses of the suspect. */
  readonly responses: number;
}

/** In calls, `run` is the folder of an open run: copies of a case hold runs of the same ids. */
export interface EngineCalls extends TableCalls {
  preview(argument: { path: string; shape?: ShapeOverride }): Promise<Preview>;
  inspect(argument: { path: string; shape?: ShapeOverride }): Promise<DatasetSummary[]>;
  compare(argument: CompareRequest): Promise<CompareResult>;
  /** Opens a run; a large one leaves a table of its numbers in its folder, unless it is `readOnly`. */
  openRun(argument: { dir: string; readOnly?: boolean }): Promise<RunManifest>;
  list(argument: FindingQuery): Promise<FindingList>;
  rows(argument: { run: string; ids: readonly FindingId[] }): Promise<FindingRow[]>;
  /** First words of what the findings grouped with each of these have in common. */
  headings(argument: { run: string; group: Grouping; ids: readonly FindingId[] }): Promise<string[]>;
  histogram(argument: { query: FindingQuery; score: ScoreName }): Promise<Histogram>;
  facets(argument: { run: string }): Promise<Facets>;
  pair(argument: { run: string; finding: FindingId; index: number }): Promise<PairView>;
  /** The same pair's differences in full, in steps that let other calls through. */
  refine(argument: { run: string; finding: FindingId; index: number }): Promise<PairRefinement>;
  /** All texts of the record that one side of a pair stands in, in its order. */
  conversation(argument: { run: string; finding: FindingId; index: number; side: SideName }): Promise<Turn[]>;
  /** Findings with their suspect in the file `path`. */
  findingsIn(argument: { run: string; path: string; reviewer?: string }): Promise<RecordFinding[]>;
  /** Findings one of whose originals lies in the file `path`. */
  findingsOf(argument: { run: string; path: string; reviewer?: string }): Promise<RecordFinding[]>;
  calibration(argument: { run: string }): Promise<CalibrationView>;
  /** What became of the run's planted copies; undefined if there are none. */
  planted(argument: { run: string }): Promise<Planted | undefined>;
  /** Plants copies of a finished run's originals, and leaves what became of them in its folder. */
  plant(argument: PlantRequest): Promise<Planted>;
  record(argument: RecordRequest): Promise<RecordDocument>;
  /** The longest run of words that a finding shares with one of its originals; undefined if the file changed. */
  sharedRun(argument: { run: string; finding: FindingId; index: number }): Promise<SharedRun | undefined>;
  /** The first records of a dataset file that have a response, at most so many. */
  outline(argument: { path: string; shape?: ShapeOverride; most: number }): Promise<OutlineRecord[]>;
  /** How far the reviewer is with the run, other windows' and reviewers' verdicts read again. */
  review(argument: { run: string; reviewer: string }): Promise<ReviewProgress>;
  /** Records verdicts or notes as one step; resolves once they are on the disk. */
  judge(argument: JudgeRequest): Promise<ReviewChange>;
  /** Takes the reviewer's last step back; fails if there is none. */
  undo(argument: { run: string; reviewer: string }): Promise<ReviewChange>;
  /** Does the step again that was taken back last; fails if there is none, or if something was judged since. */
  redo(argument: { run: string; reviewer: string }): Promise<ReviewChange>;
  /** Packs a run with everything it was made of. */
  bundle(argument: BundleRequest): Promise<BundleDone>;
  /** Checks a bundle: its hashes, the comparison made again, the logs. */
  verify(argument: VerifyRequest): Promise<BundleCheck[]>;
  /** What is excluded by hand in a case. */
  exclusions(argument: { caseDir: string }): Promise<Exclusions>;
  /** Excludes a text, or lets it count again; resolves with what stands then. */
  exclude(argument: ExcludeRequest): Promise<Exclusions>;
  sample(argument: { run: string; reviewer: string; sample: SampleRequest }): Promise<SampleReview>;
  /** The runs of these case folders, the latest first within each. */
  runs(argument: { caseDirs: readonly string[] }): Promise<ListedRun[]>;
  /** How the run in the folder `after` differs from that in `before`. */
  difference(argument: { before: string; after: string }): Promise<RunDifference>;
  /** Writes the report of a run into a file, whole or not at all. */
  report(argument: ReportRequest): Promise<ReportDone>;
  /** Closes the run in the folder, so that it can be removed. */
  closeRun(argument: { dir: string }): Promise<void>;
  inputFacts(argument: InputFactsRequest): Promise<InputFacts[]>;
  /** Indexes originals ahead of a comparison. */
  index(argument: IndexRequest): Promise<IndexDone>;
  listIndex(argument: { indexDir: string }): Promise<IndexEntry[]>;
  /** Removes these entries, or all; resolves with those that were removed. */
  clearIndex(argument: { indexDir: string; only?: readonly string[] }): Promise<IndexEntry[]>;
}
