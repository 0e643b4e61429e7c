import type { Prints } from './fingerprint.js';
import { runEnds, runKey } from './runs.js';

/** Reads the runs of seed length of one text after the other; buffers are reused. */
export class TextRuns {
  /** How many tokens of the text that was read last begin a run. */
  count = 0;
  /** The hash of each run, and where it ends, counted from the text's start: [0, count), in their order. */
  hashes = new Uint32Array(1024);
  ends = new Uint32Array(1024);

  /** @param halves least evidence of a run, in half tokens */
  constructor(private readonly halves: number) {}

  /** Reads prints [from, to), one text or a stretch of it. */
  read(prints: Prints, from: number, to: number): void {
    if (to - from > this.ends.length) {
      this.ends = new Uint32Array(2 * (to - from));
      this.hashes = new Uint32Array(2 * (to - from));
    }
    const { hashes, ends, halves } = this;
    this.count = runEnds(prints, from, to, halves, ends);
    for (let at = 0; at < this.count; at++) hashes[at] = runKey(prints, from + at, from + ends[at]!);
  }
}
