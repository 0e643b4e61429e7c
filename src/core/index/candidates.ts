/** The suspect texts that one original may match, gathered from the seeds they share. */
import type { Parameters } from '../../shared/run.js';
import { Chain, type Stretch } from './chain.js';
import type { Prints } from './fingerprint.js';
import { shingleHash } from './runs.js';
import type { SharedSeeds } from './sharedSeeds.js';
import { textOf, type BlockData } from './suspectBlock.js';
import { widened } from './widened.js';

/** Half tokens by which a passage followed greedily may fall short of the exact one. */
const SLACK = 3;

/** Shared by all originals that may match nothing. */
const NONE: readonly number[] = [];

export class Candidates {
  /** Texts that were hit: `texts` [0, count), in no order. */
  private count = 0;
  private texts = new Uint32Array(1024);
  /** Per text its last passage, counted from 1; 0 if there is none. */
  private readonly heads: Uint32Array;
  /** Per text the shingles it shares, where it is short. */
  private readonly shared: Uint32Array;
  private kept = 1;
  /** Per passage: tokens in the block, tokens in the original, evidence, the passage before it. */
  private passages = new Int32Array(6 * 1024);
  private readonly here: Stretch;
  private readonly there: Stretch = { prints: new Uint16Array(0), from: 0, to: 0 };
  private readonly chain: Chain;
  private readonly toll: number;
  private readonly wanted: number;

  constructor(
    private readonly block: BlockData,
    private readonly seeds: Pick<SharedSeeds, 'isSeed'>,
    private readonly parameters: Parameters,
  ) {
    this.heads = new Uint32Array(block.texts);
    this.shared = new Uint32Array(block.texts);
    this.here = { prints: block.prints, from: 0, to: 0 };
    this.chain = new Chain(parameters, this.here, this.there);
    this.toll = 2 * parameters.passageToll;
    this.wanted = 2 * parameters.reportFrom;
  }

  /** Begins with the original in prints [from, to). */
  begin(prints: Prints, from: number, to: number): void {
    for (let at = 0; at < this.count; at++) {
      this.heads[this.texts[at]!] = 0;
      this.shared[this.texts[at]!] = 0;
    }
    this.count = 0;
    this.kept = 1;
    this.there.prints = prints;
    this.there.from = from;
    this.there.to = to;
  }

  /** A seed at `token` of the block also begins at `place` of the original's prints, if they both have this hash. */
  addSeed(token: number, place: number, hash: number): void {
    const text = textOf(this.block, token);
    if (this.isCovered(text, token, place) || !this.seeds.isSeed(text, token, hash)) return;
    if (this.heads[text] === 0 && this.shared[text] === 0) this.touch(text);
    const { chain, here, block } = this;
    here.from = block.starts[text]!;
    here.to = block.starts[text + 1]!;
    chain.follow(token, place, this.toll + this.wanted);
    if (6 * this.kept === this.passages.length) this.grow();
    const at = 6 * this.kept;
    this.passages[at] = chain.hereFrom;
    this.passages[at + 1] = chain.hereTo;
    this.passages[at + 2] = chain.thereFrom;
    this.passages[at + 3] = chain.thereTo;
    this.passages[at + 4] = Math.max(0, chain.score + SLACK - this.toll);
    this.passages[at + 5] = this.heads[text]!;
    this.heads[text] = this.kept++;
  }

  /** The original has a shingle with this hash, as a short text may have at `token`. */
  addShingle(token: number, hash: number): void {
    if (shingleHash(this.block.prints, token, this.parameters.shingleSize) !== hash) return;
    const text = textOf(this.block, token);
    if (this.heads[text] === 0 && this.shared[text] === 0) this.touch(text);
    this.shared[text]!++;
  }

  /** The texts that may make a match with the original, ascending. */
  likely(): readonly number[] {
    if (this.count === 0) return NONE;
    const found: number[] = [];
    for (let at = 0; at < this.count; at++) {
      const text = this.texts[at]!;
      if (this.isReportable(text) || this.isNear(text)) found.push(text);
    }
    return found.length > 1 ? found.sort((a, b) => a - b) : found;
  }

  private isReportable(text: number): boolean {
    const { passages } = this;
    let evidence = 0;
    let paying = 0;
    for (let passage = this.heads[text]!; passage !== 0; passage = passages[6 * passage + 5]!) {
      const surplus = passages[6 * passage + 4]!;
      evidence += surplus;
      if (surplus > 0) paying++;
    }
    if (evidence < this.wanted || paying === 1) return evidence >= this.wanted;
    return this.apart(text, 0) >= this.wanted && this.apart(text, 2) >= this.wanted;
  }

  /** Evidence of a text's passages where of those over one stretch of one side only the best counts. */
  private apart(text: number, side: 0 | 2): number {
    const { passages } = this;
    const order: number[] = [];
    for (let passage = this.heads[text]!; passage !== 0; passage = passages[6 * passage + 5]!)
      if (passages[6 * passage + 4]! > 0) order.push(6 * passage);
    order.sort((a, b) => passages[a + side]! - passages[b + side]!);
    let total = 0;
    let reached = -Infinity;
    let group = 0;
    for (const at of order) {
      const before = passages[at + side]! < reached ? group : 0;
      group = Math.max(before, passages[at + 4]!);
      total += group - before;
      reached = Math.max(reached, passages[at + side + 1]!);
    }
    return total;
  }

  /** A near-duplicate shares so many of its shingles, and the original has not many more. */
  private isNear(text: number): boolean {
    const shared = this.shared[text]!;
    return shared > 0 && shared >= this.parameters.nearDuplicateFrom * this.block.short[text]!;
  }

  private isCovered(text: number, token: number, place: number): boolean {
    const { passages } = this;
    for (let passage = this.heads[text]!; passage !== 0; passage = passages[6 * passage + 5]!) {
      const at = 6 * passage;
      if (
        token >= passages[at]! &&
        token < passages[at + 1]! &&
        place >= passages[at + 2]! &&
        place < passages[at + 3]!
      )
        return true;
    }
    return false;
  }

  private touch(text: number): void {
    if (this.count === this.texts.length) this.texts = widened(this.texts);
    this.texts[this.count++] = text;
  }

  private grow(): void {
    const wider = new Int32Array(2 * this.passages.length);
    wider.set(this.passages);
    this.passages = wider;
  }
}
