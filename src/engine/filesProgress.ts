import type { SizedFile } from './inputs.js';
import type { Pace } from './pace.js';

/** Progress over several files, one after the other: bytes of the finished ones and of the one at hand. */
export class FilesProgress {
  readonly #total: number;
  #before = 0;
  #at = 0;

  constructor(
    readonly phase: string,
    readonly files: readonly SizedFile[],
    readonly pace: Pace,
  ) {
    this.#total = files.reduce((sum, file) => sum + file.bytes, 0);
  }

  /** Tells of `bytes` of the file at hand; `finished`: the next call is about the next file. */
  report(bytes: number, finished = false): void {
    const { phase, pace } = this;
    pace.report({ phase, done: this.#before + bytes, total: this.#total, unit: 'bytes' });
    if (finished) this.#before += this.files[this.#at++]?.bytes ?? 0;
  }
}
