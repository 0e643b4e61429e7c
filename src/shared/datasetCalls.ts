/** What the dataset editor's app asks of the host. The host checks every argument: the app shows hostile text. */
import type { FindingId, JudgeRequest } from './engineCalls.js';
import type {
  FindText,
  SearchResult,
  TableFindings,
  TableInfo,
  TableRecord,
  TableRow,
  TableSize,
} from './tableCalls.js';
import type { ReviewChange } from './verdict.js';

/** What the editor opens with. */
export interface DatasetView extends TableInfo {
  /** File name, for the reader. */
  readonly name: string;
  /** What the current run found in this file; undefined if the file is in no run. */
  readonly findings: TableFindings | undefined;
  /** Whose verdicts are recorded here. */
  readonly reviewer: string;
  /** Letters alone act as keys. */
  readonly singleKeys: boolean;
}

/** Kept by the webview through reloads; only where the reader is. */
export interface DatasetState {
  readonly record: number;
  readonly find: string;
  readonly matchCase: boolean;
  /** Only records with findings have rows. */
  readonly onlyFindings: boolean;
  /** The whole record is shown beside the rows. */
  readonly detail: boolean;
  /** Share of the page that the whole record takes. */
  readonly detailShare: number;
}

export interface DatasetCalls {
  open(argument: Record<string, never>): Promise<DatasetView>;
  /** Closes the file and opens it as it is now; then `open` is to be called again. */
  reload(argument: Record<string, never>): Promise<void>;
  counted(argument: { known: TableSize }): Promise<TableSize>;
  /** Rows of records whose numbers rise. */
  rows(argument: { records: readonly number[]; find?: FindText }): Promise<TableRow[]>;
  record(argument: { record: number }): Promise<TableRecord>;
  /** Reports SearchProgress. */
  search(argument: { text: string; matchCase: boolean; from: number }): Promise<SearchResult>;
  /** Asks the reader for a record's number; undefined if she thinks better of it. */
  askRecord(argument: { records: number }): Promise<number | undefined>;
  showFinding(argument: { finding: FindingId }): Promise<void>;
  /** Verdicts of the window's reviewer; resolve once they are on the disk. */
  judge(argument: Omit<JudgeRequest, 'run' | 'reviewer'>): Promise<ReviewChange>;
  undo(argument: Record<string, never>): Promise<ReviewChange>;
  redo(argument: Record<string, never>): Promise<ReviewChange>;
  /** Whether the rows or the record have the focus, so that keybindings act there and nowhere else. */
  focus(argument: { keys: boolean }): Promise<void>;
}

/** What the host tells the app without being asked. */
export type DatasetNotice =
  | { readonly type: 'reveal'; readonly record: number }
  | { readonly type: 'do'; readonly action: DatasetAction }
  | { readonly type: 'changed' }
  /** The run that is shown is another one. */
  | { readonly type: 'run' }
  /** Verdicts were changed by another view, window or reviewer. */
  | { readonly type: 'reviewed' };

/** Actions that also exist as commands, so that people can rebind their keys. */
export const DATASET_ACTIONS = [
  'find',
  'nextHit',
  'previousHit',
  'goToRecord',
  'nextFinding',
  'previousFinding',
  'showFinding',
  'toggleRecord',
  'toggleOnlyFindings',
  'selectAll',
  'confirm',
  'dismiss',
  'unsure',
  'clearVerdict',
  'editNote',
  'undoVerdict',
  'redoVerdict',
  'showHelp',
  'reload',
] as const;
export type DatasetAction = (typeof DATASET_ACTIONS)[number];
