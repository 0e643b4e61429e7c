/** A look at a pair by its windows alone, which drops only what an exact comparison would not keep either. */
import type { Parameters } from '../../shared/run.js';
import { SEVERAL, type OriginalTable } from './originalTable.js';
import type { BlockData } from './suspectBlock.js';
import type { WindowList } from './windows.js';

/** Shared windows that are kept in sight while a chain is followed back. */
const MOST = 4096;

/**
 * Tells whether suspect text and original may make a match. For a reported one some passage must score above the
 * toll, and the best chain of shared windows scores at least as much as any passage; for a near-duplicate a share of
 * the suspect's windows must be met. Both bounds are taken from above.
 */
export class EvidenceBound {
  private readonly gap: number;
  private readonly toll: number;
  private readonly shingle: number;
  private readonly near: number;
  private readonly at = new Int32Array(MOST);
  private readonly places = new Int32Array(MOST);
  private readonly scores = new Int32Array(MOST);

  constructor(parameters: Parameters) {
    this.gap = 2 * parameters.maxGap;
    this.toll = parameters.reportFrom > 0 ? 2 * parameters.passageToll : -1;
    this.shingle = 2 * parameters.shingleSize;
    this.near = parameters.nearDuplicateFrom;
  }

  mayMatch(block: BlockData, text: number, list: WindowList, original: OriginalTable): boolean {
    const end = block.starts[text + 1]!;
    const mixed = block.mixed[text] === 1 || list.mixed;
    let met = 0;
    let best = 0;
    let kept = 0;
    for (let at = block.starts[text]!; at < end; at++) {
      const place = original.find(block.hashes[at]!);
      if (place === -1) continue;
      met++;
      if (kept === MOST) return true;
      const score = this.score(block, at, place, kept, mixed);
      if (score > this.toll) return true;
      if (score > best) best = score;
      this.at[kept] = at;
      this.places[kept] = place;
      this.scores[kept++] = score;
    }
    if (!mixed && best < this.shingle) return false;
    const most = Math.max(block.distinct[text]!, original.distinct) - 2;
    return met >= (mixed ? this.near / 2 : this.near) * most;
  }

  /** The most that a chain which ends with this window may score, in half tokens. */
  private score(block: BlockData, at: number, place: number, kept: number, mixed: boolean): number {
    const begin = block.begins[at]!;
    const end = block.ends[at]!;
    let best = end - begin;
    for (let before = kept - 1; before >= 0; before--) {
      const other = this.at[before]!;
      const reached = block.ends[other]!;
      const gap = begin - reached;
      if (gap > this.gap) break;
      const there = this.gapThere(block, at, place, before, gap);
      if (there === undefined) continue;
      const cost = Math.max(0, gap, mixed ? there : 2 * there);
      if (cost > this.gap) continue;
      const score = this.scores[before]! + (gap < 0 ? end - reached : end - begin - cost);
      if (score > best) best = score;
    }
    return best;
  }

  /** Tokens between both windows in the original; undefined where one chain cannot hold both. */
  private gapThere(
    block: BlockData,
    at: number,
    place: number,
    before: number,
    gap: number,
  ): number | undefined {
    const otherPlace = this.places[before]!;
    if (place === SEVERAL || otherPlace === SEVERAL) return 0;
    const other = this.at[before]!;
    // Windows that overlap are of one seed, so they stand at the same distance in both texts.
    if (gap < 0) return at - other === place - otherPlace ? 0 : undefined;
    const between = place - otherPlace - block.lengths[other]!;
    return between < 0 ? undefined : between;
  }
}
