import type { Span } from '../../shared/dataset.js';
import type { Parameters } from '../../shared/run.js';
import { Fingerprinter } from '../index/fingerprint.js';
import { seedHalves } from '../index/runs.js';
import { TextRuns } from '../index/textRuns.js';

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
