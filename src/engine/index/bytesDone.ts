import type { SizedFile } from '../inputs.js';
import type { Pace } from '../pace.js';

/** What is known of a file: bytes done per part, of all parts, and those that count. */
interface FileDone {
  readonly parts: Map<number, number>;
  read: number;
  counted: number;
}

/** Progress over files that are read beside each other; a report costs the same however many there are. */
export class BytesDone {
  readonly #files = new Map<SizedFile, FileDone>();
  readonly #total: number;
  #done = 0;

  constructor(
    files: readonly SizedFile[],
    readonly pace: Pace,
  ) {
    this.#total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Tells of `bytes` of a part of the file. */
  report(file: SizedFile, part: number, bytes: number): void {
    const of = this.#of(file);
    of.read += bytes - (of.parts.get(part) ?? 0);
    of.parts.set(part, bytes);
    this.#say(of, Math.min(file.bytes, of.read));
  }

  finish(file: SizedFile): void {
    this.#say(this.#of(file), file.bytes);
  }

  #of(file: SizedFile): FileDone {
    let of = this.#files.get(file);
    if (!of) this.#files.set(file, (of = { parts: new Map(), read: 0, counted: 0 }));
    return of;
  }

  #say(of: FileDone, counted: number): void {
    this.#done += counted - of.counted;
    of.counted = counted;
    this.pace.report({ phase: 'Reading originals', done: this.#done, total: this.#total, unit: 'bytes' });
  }
}
