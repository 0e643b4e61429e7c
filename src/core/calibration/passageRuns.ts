import type { Span } from '../../shared/dataset.js';
import type { Parameters } from '../../shared/run.js';
import { Fingerprinter } from '../index/fingerprint.js';
import { seedHalves } from '../index/runs.js';
import { TextRuns } from '../index/textRuns.js';

/** The distinct runs of seed length of what a text's passages share: what an edit put between is in no other text. */
export class PassageRuns {
  private readonly fingerprinter: Fingerprinter;
  private readonly runs: TextRuns;

  constructor(parameters: Parameters) {
    this.fingerprinter = new Fingerprinter(parameters.normalise);
    this.runs = new TextRuns(seedHalves(parameters));
  }

  /**
   * The hashes of each passage's runs, given by the spans of its seeds in the text. The whole text is read, since what a
   * token is hangs on the code around it.
   */
  of(text: string, passages: readonly (readonly Span[])[]): Uint32Array[] {
    const { runs } = this;
    const { prints, starts, ends } = this.fingerprinter.located(text);
    return passages.map((seeds) => {
      const hashes = new Set<number>();
      for (const [start, end] of seeds) {
        const first = starts.findIndex((at) => at >= start);
        let last = first;
        while (last < prints.length && ends[last]! <= end) last++;
        runs.read(prints, first, last);
        for (let at = 0; at < runs.count; at++) hashes.add(runs.hashes[at]!);
      }
      return Uint32Array.from(hashes);
    });
  }
}
