/** A bundle: a run with everything it was made of, for somebody who does not believe it. */

export interface BundleRequest {
  /** Folder of the run. */
  readonly runDir: string;
  /** Folder to write; it must not be there yet. */
  readonly out: string;
}

export interface BundleDone {
  readonly dir: string;
  readonly files: number;
  /** Of the copied files. */
  readonly bytes: number;
}

/** One thing that was checked. */
export interface BundleCheck {
  readonly what: string;
  readonly agrees: boolean;
  /** Where it does not agree, one line each. */
  readonly differences: readonly string[];
}
