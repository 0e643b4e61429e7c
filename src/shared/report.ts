/** Nouns of a run's report: what leaves the tool for people who do not have it. */

export const REPORT_FORMATS = ['html', 'csv', 'jsonl', 'sarif'] as const;

/** One of {@link REPORT_FORMATS}. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportRequest {
  /** Folder of the run. */
  readonly dir: string;
  readonly format: ReportFormat;
  /** The file that is written; one that is there is replaced. */
  readonly out: string;
  /** The first findings only, best first; when absent {@link MOST_IN_HTML} in HTML, and all in the other formats. */
  readonly most?: number;
}

/** A page of more would be hard to open. */
export const MOST_IN_HTML = 1000;

export interface ReportDone {
  readonly out: string;
  /** Findings that are in it. */
  readonly findings: number;
  /** Reported findings that are not, since only the first were asked for. */
  readonly leftOut: number;
}
