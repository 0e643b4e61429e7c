/** Streams originals past a block of suspects and proposes pairs. */
import type { Parameters } from '../../shared/run.js';
import { Candidates } from './candidates.js';
import type { Prints } from './fingerprint.js';
import { Lookup } from './lookup.js';
import { seedHalves, shingleHash, SpacedSeeds } from './spacedSeeds.js';
import { DistinctWords } from './distinctWords.js';
import { SHORT, type BlockData } from './suspectBlock.js';

export class Prober {
  private readonly list: SpacedSeeds;
  private readonly candidates: Candidates;
  private readonly shingleSize: number;
  private readonly met = new Lookup();
  private shingles = new Uint32Array(1024);
  private readonly words: DistinctWords;

  constructor(
    private readonly block: BlockData,
    parameters: Parameters,
  ) {
    this.list = new SpacedSeeds(seedHalves(parameters));
    this.candidates = new Candidates(block, parameters);
    this.shingleSize = parameters.shingleSize;
    // A near-duplicate of a short text has few shingles, and a shingle brings at most its first word.
    this.words = new DistinctWords(SHORT / parameters.nearDuplicateFrom + parameters.shingleSize);
  }

  /** The suspect texts that may match the original in prints [from, to), ascending. */
  propose(prints: Prints, from: number, to: number): readonly number[] {
    this.candidates.begin(prints, from, to);
    this.meetSeeds(prints, from, to);
    if (this.block.shingles.entries.length > 0 && this.words.areFew(prints, from, to))
      this.meetShingles(prints, from, to);
    return this.candidates.likely();
  }

  private meetSeeds(prints: Prints, from: number, to: number): void {
    const { list, candidates, met } = this;
    list.read(prints, from, to);
    met.find(this.block.seeds, list.hashes, list.count);
    for (let entry = 0; entry < met.count; entry++)
      candidates.addSeed(met.tokens[entry]!, from + list.places[met.offered[entry]!]!);
  }

  private meetShingles(prints: Prints, from: number, to: number): void {
    const { shingleSize, met } = this;
    const count = Math.max(0, to - from - shingleSize + 1);
    if (count > this.shingles.length) this.shingles = new Uint32Array(2 * count);
    for (let at = 0; at < count; at++) this.shingles[at] = shingleHash(prints, from + at, shingleSize);
    met.find(this.block.shingles, this.shingles, count);
    for (let entry = 0; entry < met.count; entry++) this.candidates.addShingle(met.tokens[entry]!);
  }
}
