/** What the panel's app asks of the host. The host checks every argument: the app shows hostile text. */
import type {
  CalibrationView,
  FindingRow,
  JudgeRequest,
  PairRefinement,
  PairView,
  SampleReview,
  Turn,
} from './engineCalls.js';
import type {
  Facets,
  FindingId,
  FindingList,
  FindingQuery,
  Grouping,
  Histogram,
  ScoreName,
} from './findingQuery.js';
import type { Exclusion } from './exclusion.js';
import type { Planted } from './planted.js';
import type { RunManifest } from './run.js';
import type { ReviewChange, ReviewProgress, SampleRequest } from './verdict.js';

/** What the panel opens with. */
export interface PanelRun {
  readonly manifest: RunManifest;
  /** Folder of the run, kept in the state so that the panel can be restored. */
  readonly dir: string;
  /** File name of the suspect, and of how many files of originals, for the heading. */
  readonly suspect: string;
  readonly originals: number;
  readonly findings: number;
  /** What became of planted copies, if there were any. */
  readonly planted?: Planted;
  readonly review: ReviewProgress;
  /** False if the user wants no single keys but those of VS Code's keybindings. */
  readonly singleKeys: boolean;
}

/** Kept by the webview through reloads; only where the reader is, never what was found. */
export interface PanelState extends FindingQuery {
  /** Its id. */
  readonly run: string;
  readonly dir: string;
  /** The score whose distribution is drawn. */
  readonly histogram: ScoreName;
  /** Whether it is drawn; where there is room for it, until the reader has said so. */
  readonly histogramOpen: boolean | undefined;
  readonly selected: FindingId | undefined;
  readonly index: number;
  readonly layout: 'side' | 'inline';
  readonly show: 'all' | 'matches' | 'differences';
  /** Width of the list beside the pair, and its height above it, in CSS pixels, once the reader has set them. */
  readonly listWidth: number | undefined;
  readonly listHeight: number | undefined;
}

export interface PanelCalls {
  open(argument: Record<string, never>): Promise<PanelRun>;
  list(argument: Omit<FindingQuery, 'run'>): Promise<FindingList>;
  rows(argument: { ids: readonly FindingId[] }): Promise<FindingRow[]>;
  headings(argument: { group: Grouping; ids: readonly FindingId[] }): Promise<string[]>;
  histogram(argument: { query: Omit<FindingQuery, 'run'>; score: ScoreName }): Promise<Histogram>;
  facets(argument: Record<string, never>): Promise<Facets>;
  calibration(argument: Record<string, never>): Promise<CalibrationView>;
  pair(argument: { finding: FindingId; index: number }): Promise<PairView>;
  refine(argument: { finding: FindingId; index: number }): Promise<PairRefinement>;
  conversation(argument: {
    finding: FindingId;
    index: number;
  }): Promise<{ readonly suspect: Turn[]; readonly original: Turn[] }>;
  /** Puts the pair on the clipboard as Markdown in which its texts are nothing but text. */
  copyMarkdown(argument: { finding: FindingId; index: number }): Promise<void>;
  /** Jumps in the editor: to the original, to the suspect, or both in VS Code's diff editor. */
  jump(argument: { finding: FindingId; index: number; to: 'original' | 'suspect' | 'diff' }): Promise<void>;
  /** The skipped records of the run, as a document. */
  showSkipped(argument: Record<string, never>): Promise<void>;
  /** Verdicts and notes of the window's reviewer; resolve once they are on the disk. */
  judge(argument: Omit<JudgeRequest, 'run' | 'reviewer'>): Promise<ReviewChange>;
  /** Excludes a text from the comparisons that follow; resolves once it is on the disk. */
  exclude(argument: Exclusion): Promise<void>;
  undo(argument: Record<string, never>): Promise<ReviewChange>;
  redo(argument: Record<string, never>): Promise<ReviewChange>;
  review(argument: Record<string, never>): Promise<ReviewProgress>;
  sample(argument: SampleRequest): Promise<SampleReview>;
  /** Whether the list or the pair has the focus, so that keybindings act there and nowhere else. */
  focus(argument: { keys: boolean }): Promise<void>;
}

/** What the host tells the app without being asked. */
export type PanelNotice =
  | { readonly type: 'select'; readonly finding: FindingId; readonly index: number }
  | { readonly type: 'do'; readonly action: PanelAction }
  /** Verdicts were changed by another view, window or reviewer. */
  | { readonly type: 'reviewed' }
  /** Files of the run, by name, that were written or removed while it is shown. */
  | { readonly type: 'filesChanged'; readonly names: readonly string[] };

/** Actions that also exist as commands, so that people can rebind their keys. */
export const PANEL_ACTIONS = [
  'nextFinding',
  'previousFinding',
  'nextRun',
  'previousRun',
  'openOriginal',
  'openSuspect',
  'openDiff',
  'focusFilter',
  'toggleFilters',
  'toggleLayout',
  'nextShow',
  'toggleConversation',
  'nextOriginal',
  'previousOriginal',
  'copyMarkdown',
  'confirm',
  'dismiss',
  'unsure',
  'clearVerdict',
  'editNote',
  'editRoutes',
  'excludeText',
  'undoVerdict',
  'redoVerdict',
  'selectAll',
  'refreshList',
  'drawSample',
  'showHelp',
] as const;
export type PanelAction = (typeof PANEL_ACTIONS)[number];
