/** What the host asks of the worker about a dataset file shown as a table. Records are counted from 0. */
import type { Format, Compression, ResponsePart, ShapeOverride } from './dataset.js';
import type { FindingId } from './engineCalls.js';
import type { Kind } from './match.js';
import type { Judgement } from './verdict.js';

/** Names an open table; chosen by the host, so that a name never means another table in a worker started anew. */
export type TableId = number;

/** How far the records of a file are counted. */
export interface TableSize {
  /** Known so far. */
  readonly records: number;
  /** True when these are all. */
  readonly exact: boolean;
  /** Bytes on disk in which they were counted, of `bytes`. */
  readonly bytesDone: number;
  readonly bytes: number;
}

export interface TableInfo {
  readonly size: TableSize;
  readonly format: Format;
  readonly compression: Compression;
  /** How the records are laid out, in a line; undefined where no prompt and response were found. */
  readonly shape?: string;
  /** What a reader should know: a guessed shape, a file that is cut off. */
  readonly notes: readonly string[];
}

/** What the run knows of a response of a record. */
export interface TableFinding {
  readonly id: FindingId;
  readonly kind: Kind;
  readonly reported: boolean;
  readonly evidence: number;
  readonly originals: number;
  /** What reviewers say of it. */
  readonly judgements: readonly Judgement[];
}

/** One row: the beginnings of its texts, white space collapsed. */
export interface TableRow {
  readonly record: number;
  /** 1-based, text formats only. */
  readonly line?: number;
  readonly prompt: string;
  readonly response: string;
  /** Responses of the record; `response` is the first one. */
  readonly responses: number;
  /** Why the record could not be read, or has no response. */
  readonly problem?: string;
  /** Best first. */
  readonly findings: readonly TableFinding[];
}

/** All findings with their suspect in a file, in the order of its records: a list for each of their properties. */
export interface TableFindings {
  readonly records: readonly number[];
  readonly ids: readonly FindingId[];
  /** "too-little-evidence" where no match is reported. */
  readonly kinds: readonly (Kind | 'too-little-evidence')[];
  /** Those of them that the reviewer has judged. */
  readonly judged: readonly FindingId[];
}

/** A text of a record, by its place. */
export interface TableField {
  /** JSON Pointer. */
  readonly pointer: string;
  /** Who says it, where the record tells: "user", "assistant". */
  readonly speaker?: string;
  readonly text: string;
  /** Characters left out at the end of `text`. */
  readonly cut?: number;
  /** Set for a response. */
  readonly part?: ResponsePart;
}

/** A whole record. */
export interface TableRecord {
  readonly record: number;
  readonly line?: number;
  readonly byteOffset?: number;
  readonly byteLength?: number;
  readonly fields: readonly TableField[];
  /** Fields left out at the end. */
  readonly more: boolean;
  readonly problem?: string;
  readonly findings: readonly TableFinding[];
}

export interface SearchRequest {
  readonly table: TableId;
  readonly text: string;
  readonly matchCase: boolean;
  /** The search begins with this record, and goes on with the first one after the last. */
  readonly from: number;
}

/** How far a search is. */
export interface SearchProgress {
  /** Records found since the last report, in the order of the search. */
  readonly found: readonly number[];
  readonly done: number;
  readonly total: number;
}

export interface SearchResult {
  /** Records found in all. */
  readonly hits: number;
  /** The search ended early because there were so many. */
  readonly capped: boolean;
}

export interface TableCalls {
  openTable(argument: { table: TableId; path: string; shape?: ShapeOverride }): Promise<TableInfo>;
  closeTable(argument: { table: TableId }): Promise<void>;
  /** Resolves when the count has gone on since `known`. */
  tableCounted(argument: { table: TableId; known: TableSize }): Promise<TableSize>;
  /** Rows of some records; excerpts show the place where `find` stands, if it is not empty. `run`, a folder, adds findings. */
  tableRows(argument: RowsRequest): Promise<TableRow[]>;
  tableRecord(argument: { table: TableId; record: number; run?: string }): Promise<TableRecord>;
  tableFindings(argument: { table: TableId; run: string; reviewer: string }): Promise<TableFindings>;
  /** Reports SearchProgress. */
  tableSearch(argument: SearchRequest): Promise<SearchResult>;
  /** True if the file on disk is no longer the one that was opened. */
  tableChanged(argument: { table: TableId }): Promise<boolean>;
}

export interface RowsRequest {
  readonly table: TableId;
  /** Rising. */
  readonly records: readonly number[];
  readonly find?: FindText;
  readonly run?: string;
}

export interface FindText {
  readonly text: string;
  readonly matchCase: boolean;
}
