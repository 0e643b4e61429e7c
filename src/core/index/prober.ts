/** Streams originals past a block of suspects and proposes pairs. */
import type { Parameters } from '../../shared/run.js';
import { Candidates } from './candidates.js';
import { DistinctWords } from './distinctWords.js';
import type { Prints } from './fingerprint.js';
import type { Kernel } from '../kernel/kernel.js';
import { Lookup } from './lookup.js';
import { SHORT } from './openedSeeds.js';
import { seedHalves, shingleHash } from './runs.js';
import { SharedSeeds } from './sharedSeeds.js';
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
  private readonly shared: SharedSeeds;
  private readonly metShingles: Lookup;
  private shingles = new Uint32Array(1024);
  private readonly words: DistinctWords;

  /** @param kernel on the block's memory */
  constructor(
    private readonly kernel: Kernel,
    private readonly block: BlockData,
    parameters: Parameters,
  ) {
    this.list = new SpacedSeeds(kernel, 'offered', seedHalves(parameters), block.runs);
    this.met = new Lookup(kernel, 'met');
    this.shared = new SharedSeeds(kernel, block, parameters);
    this.metShingles = new Lookup(kernel, 'met shingles');
    this.candidates = new Candidates(block, this.shared, parameters);
    this.shingleSize = parameters.shingleSize;
    // A near-duplicate of a short text has few shingles, and a shingle brings at most its first word.
    this.words = new DistinctWords(kernel, SHORT / parameters.nearDuplicateFrom + parameters.shingleSize);
  }

  /**
   * For each original in turn the suspect texts that may match it, ascending. What the originals [first, end) share
   * with the block is looked up for many of them at once.
   */
  *propose({ prints, starts }: Originals, first: number, end: number): Generator<readonly number[]> {
    const { list, candidates, block } = this;
    const bounds = this.readSeeds({ prints, starts }, first, end);
    /** The first original whose seeds are not looked up yet, and the first chosen entry that is not added yet. */
    let unmet = first;
    let next = 0;
    for (let text = first; text < end; text++) {
      if (text === unmet) {
        unmet += this.meet(bounds.subarray(text - first));
        next = 0;
      }
      const from = starts[text]!;
      const to = starts[text + 1]!;
      candidates.begin(prints, from, to);
      next = this.addSeeds(next, bounds[text - first + 1]!);
      if (block.shingles.length > 0 && this.words.areFew(list.heldAddress(from), to - from))
        this.meetShingles(prints, from, to);
      yield candidates.likely();
    }
  }

  /** Reads the originals' seeds; those of the one at i are [bounds[i], bounds[i + 1]). */
  private readSeeds({ prints, starts }: Originals, first: number, end: number): Uint32Array {
    const { list } = this;
    const bounds = this.kernel.memory.words('bounds', end - first + 1);
    list.clear();
    list.hold(prints, starts[first]!, starts[end]!);
    for (let text = first; text < end; text++) {
      list.readHeld(starts[text]!, starts[text + 1]!);
      bounds[text - first + 1] = list.count;
    }
    return bounds;
  }

  /** Looks up the seeds of the originals from the first one of these bounds on; returns of how many, one at least. */
  private meet(bounds: Uint32Array): number {
    const { block, list, met } = this;
    const found = met.findSeeds(block.seeds, list, bounds[0]!, bounds.at(-1)!, bounds[1]!);
    let whole = 1;
    while (whole + 1 < bounds.length && bounds[whole + 1]! <= found) whole++;
    this.shared.choose(met, list, bounds, whole);
    return whole;
  }

  /** Adds the chosen entries from `next` on that were found by seeds below `end`; returns the one that follows them. */
  private addSeeds(next: number, end: number): number {
    const { shared, met, list, candidates } = this;
    for (; next < shared.count; next++) {
      const entry = shared.chosen[next]!;
      const seed = met.offered[entry]!;
      if (seed >= end) break;
      candidates.addSeed(met.tokens[entry]!, list.places[seed]!, list.hashes[seed]!);
    }
    return next;
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
