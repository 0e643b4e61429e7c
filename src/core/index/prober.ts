/** Streams originals past a block of suspects and proposes pairs. */
import type { Parameters } from '../../shared/run.js';
import { Candidates } from './candidates.js';
import { DistinctWords } from './distinctWords.js';
import type { Prints } from './fingerprint.js';
import type { Kernel } from './kernel.js';
import { Lookup } from './lookup.js';
import { SHORT } from './openedSeeds.js';
import { seedHalves, shingleHash } from './runs.js';
import { SpacedSeeds } from './spacedSeeds.js';
import type { BlockData } from './suspectBlock.js';

/** Texts of originals that lie one after the other: text i is prints [starts[i], starts[i + 1]). */
export interface Originals {
  readonly prints: Prints;
  readonly starts: Uint32Array;
}

export class Prober {
  private readonly list: SpacedSeeds;
  private readonly candidates: Candidates;
  private readonly shingleSize: number;
  private readonly met: Lookup;
  private readonly metShingles: Lookup;
  private shingles = new Uint32Array(1024);
  private readonly words: DistinctWords;

  /** @param kernel on the block's memory */
  constructor(
    kernel: Kernel,
    private readonly block: BlockData,
    parameters: Parameters,
  ) {
    this.list = new SpacedSeeds(kernel, 'offered', seedHalves(parameters), block.runs);
    this.met = new Lookup(kernel, 'met');
    this.metShingles = new Lookup(kernel, 'met shingles');
    this.candidates = new Candidates(block, parameters);
    this.shingleSize = parameters.shingleSize;
    // A near-duplicate of a short text has few shingles, and a shingle brings at most its first word.
    this.words = new DistinctWords(SHORT / parameters.nearDuplicateFrom + parameters.shingleSize);
  }

  /**
   * For each original in turn the suspect texts that may match it, ascending. What the originals [first, end) share
   * with the block is looked up for many of them at once.
   */
  *propose({ prints, starts }: Originals, first: number, end: number): Generator<readonly number[]> {
    const { list, met, candidates, block } = this;
    list.clear();
    /** Seeds of original i: [bounds[i − first], bounds[i − first + 1]). */
    const bounds = new Uint32Array(end - first + 1);
    list.hold(prints, starts[first]!, starts[end]!);
    for (let text = first; text < end; text++) {
      list.readHeld(starts[text]!, starts[text + 1]!);
      bounds[text - first + 1] = list.count;
    }
    let found = 0;
    let entry = 0;
    for (let text = first; text < end; text++) {
      const seedsEnd = bounds[text - first + 1]!;
      if (seedsEnd > found) {
        found = met.findSeeds(block.seeds, list, bounds[text - first]!, list.count, seedsEnd);
        entry = 0;
      }
      const from = starts[text]!;
      const to = starts[text + 1]!;
      candidates.begin(prints, from, to);
      const begin = entry;
      while (entry < met.count && met.offered[entry]! < seedsEnd) entry++;
      candidates.addSeeds(met, list, begin, entry);
      if (block.shingles.entries.length > 0 && this.words.areFew(prints, from, to))
        this.meetShingles(prints, from, to);
      yield candidates.likely();
    }
  }

  private meetShingles(prints: Prints, from: number, to: number): void {
    const { shingleSize, metShingles } = this;
    const count = Math.max(0, to - from - shingleSize + 1);
    if (count > this.shingles.length) this.shingles = new Uint32Array(2 * count);
    for (let at = 0; at < count; at++) this.shingles[at] = shingleHash(prints, from + at, shingleSize);
    metShingles.find(this.block.shingles, this.shingles, count);
    const { tokens, offered } = metShingles;
    for (let at = 0; at < metShingles.count; at++)
      this.candidates.addShingle(tokens[at]!, this.shingles[offered[at]!]!);
  }
}
