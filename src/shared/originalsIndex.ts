/** Nouns of the index of originals, as people see it. */
import type { Parameters } from './run.js';

/** What is indexed of one dataset file under one set of parameters. */
export interface IndexEntry {
  /** SHA-256 of the dataset file. */
  readonly sha256: string;
  readonly dir: string;
  readonly bytes: number;
  readonly parts: number;
  /** Responses that are indexed. */
  readonly responses: number;
  /** Dataset files with these bytes that were compared, the last one first; empty if that is not known. */
  readonly files: readonly string[];
  /** Milliseconds since 1970. */
  readonly lastUsed: number;
}

/** What is known of files or folders without reading them. */
export interface InputFacts {
  readonly path: string;
  readonly type: 'file' | 'folder' | 'missing';
  /** Dataset files, and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** Of these, the ones that are indexed for the parameters at hand as they lie on disk now. */
  readonly indexed: number;
  /** In the indexed ones. */
  readonly records: number;
  readonly responses: number;
}

export interface InputFactsRequest {
  readonly paths: readonly string[];
  readonly indexDir: string;
  readonly parameters: Parameters;
}

export interface IndexRequest {
  readonly files: readonly string[];
  readonly indexDir: string;
  readonly parameters: Parameters;
  /** Threads, 16 at most; as many as there are processors when absent. */
  readonly workers?: number;
}

export interface IndexDone {
  readonly files: number;
  readonly responses: number;
  readonly bytes: number;
  readonly notes: readonly string[];
}
