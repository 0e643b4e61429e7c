import type { Span } from '../../shared/dataset.js';
import type { Parameters } from '../../shared/run.js';
import { Fingerprinter, type Prints } from '../index/fingerprint.js';
import { runEnds, runKey, seedHalves } from '../index/spacedSeeds.js';

/** Reads the runs of seed length of texts, by what the index keeps of their tokens. */
export class TextRuns {
  /** The hash of each run of the text that was read last: [0, count), in its order. */
  hashes = new Uint32Array(1024);
  count = 0;
  private ends = new Uint32Array(1024);

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

/** The distinct runs of seed length of a text's passages. */
export class PassageRuns {
  private readonly fingerprinter: Fingerprinter;
  private readonly runs: TextRuns;

  constructor(parameters: Parameters) {
    this.fingerprinter = new Fingerprinter(parameters.normalise);
    this.runs = new TextRuns(seedHalves(parameters));
  }

  /**
   * The hashes of each passage's runs; the spans are of the text. The whole text is read, since what a token is hangs on
   * the code around it.
   */
  of(text: string, passages: readonly Span[]): Uint32Array[] {
    const { runs } = this;
    const { prints, starts, ends } = this.fingerprinter.located(text);
    return passages.map(([start, end]) => {
      const first = starts.findIndex((at) => at >= start);
      let last = first;
      while (last < prints.length && ends[last]! <= end) last++;
      runs.read(prints, first, last);
      return Uint32Array.from(new Set(runs.hashes.subarray(0, runs.count)));
    });
  }
}
