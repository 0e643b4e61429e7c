/** A look at a pair by its windows alone, which drops what an exact comparison would not keep either. */
import type { Parameters } from '../../shared/run.js';
import type { OriginalTable } from './originalTable.js';
import type { BlockData } from './suspectBlock.js';
import type { WindowList } from './windows.js';

/** Shared windows that are followed; pairs of more go to the exact comparison. */
const MOST = 8192;

/**
 * Tells whether suspect text and original may make a match. Shared windows are chained as seeds are, but each to its
 * best predecessor instead of greedily, so that the best chain scores at least as much as any passage it touches; the
 * chains' surplus over the toll bounds the evidence. For a near-duplicate a share of the windows must be met.
 */
export class EvidenceBound {
  private readonly gap: number;
  private readonly toll: number;
  private readonly wanted: number;
  private readonly shingle: number;
  private readonly near: number;
  private readonly at = new Int32Array(MOST);
  private readonly places = new Int32Array(MOST);
  private readonly scores = new Int32Array(MOST);
  /** The first window of each one's chain, and the most that a chain from there scores. */
  private readonly roots = new Int32Array(MOST);
  private readonly most = new Int32Array(MOST);
  /** The last window of that chain. */
  private readonly lasts = new Int32Array(MOST);
  private kept = 0;

  constructor(parameters: Parameters) {
    this.gap = 2 * parameters.maxGap;
    this.toll = 2 * parameters.passageToll;
    this.wanted = 2 * parameters.reportFrom;
    this.shingle = 2 * parameters.shingleSize;
    this.near = parameters.nearDuplicateFrom;
  }

  mayMatch(block: BlockData, text: number, list: WindowList, original: OriginalTable): boolean {
    const end = block.starts[text + 1]!;
    const mixed = block.mixed[text] === 1 || list.mixed;
    let met = 0;
    let best = 0;
    this.kept = 0;
    for (let at = block.starts[text]!; at < end; at++) {
      let place = original.find(block.hashes[at]!);
      if (place >= 0) met++;
      for (const before = this.kept; place >= 0; place = original.next[place]!) {
        if (this.kept === MOST) return true;
        const score = this.add(block, at, place, before, mixed);
        if (score <= best) continue;
        best = score;
        if (best >= this.toll + this.wanted) return true;
      }
    }
    if (best > this.toll && this.evidence(block) >= this.wanted) return true;
    if (!mixed && best < this.shingle) return false;
    const most = Math.max(block.distinct[text]!, original.distinct) - 2;
    return met >= (mixed ? this.near / 2 : this.near) * most;
  }

  /** Surplus of all chains over the toll. Each token is used once, so of chains over one stretch the best counts. */
  private evidence(block: BlockData): number {
    const chains: Stretch[] = [];
    for (let root = 0; root < this.kept; root++) {
      const surplus = this.roots[root] === root ? this.most[root]! - this.toll : 0;
      if (surplus <= 0) continue;
      const last = this.lasts[root]!;
      chains.push({
        here: [block.begins[this.at[root]!]!, block.ends[this.at[last]!]!],
        there: [this.places[root]!, this.places[last]! + block.lengths[this.at[last]!]!],
        surplus,
      });
    }
    return Math.min(apart(chains, 'here'), apart(chains, 'there'));
  }

  /** Adds a shared window; returns the most that a chain which ends with it scores, in half tokens. */
  private add(block: BlockData, at: number, place: number, kept: number, mixed: boolean): number {
    const begin = block.begins[at]!;
    const end = block.ends[at]!;
    let best = end - begin;
    let root = this.kept;
    for (let before = kept - 1; before >= 0; before--) {
      if (this.places[before] === place - 1 && this.at[before] === at - 1) {
        // The seed goes on, which no jump betters.
        best = this.scores[before]! + end - block.ends[at - 1]!;
        root = this.roots[before]!;
        break;
      }
      const other = this.at[before]!;
      const reached = block.ends[other]!;
      const gap = begin - reached;
      if (gap > this.gap) break;
      const step = place - this.places[before]!;
      let score: number;
      if (gap < 0) {
        // Windows that overlap are of one seed, so they stand at the same distance in both texts.
        if (at - other !== step) continue;
        score = this.scores[before]! + end - reached;
      } else {
        const between = step - block.lengths[other]!;
        const cost = Math.max(gap, mixed ? between : 2 * between);
        if (between < 0 || cost > this.gap) continue;
        score = this.scores[before]! + end - begin - cost;
      }
      if (score <= best) continue;
      best = score;
      root = this.roots[before]!;
    }
    const slot = this.kept++;
    this.at[slot] = at;
    this.places[slot] = place;
    this.scores[slot] = best;
    this.roots[slot] = root;
    if (root === slot) this.most[slot] = 0;
    if (best > this.most[root]!) {
      this.most[root] = best;
      this.lasts[root] = slot;
    }
    return best;
  }
}

/** A chain's place in both texts. */
interface Stretch {
  readonly here: readonly [number, number];
  readonly there: readonly [number, number];
  readonly surplus: number;
}

function apart(chains: Stretch[], side: 'here' | 'there'): number {
  chains.sort((a, b) => a[side][0] - b[side][0]);
  let total = 0;
  let reached = 0;
  let group = 0;
  for (const { [side]: place, surplus } of chains) {
    const before = place[0] < reached ? group : 0;
    group = Math.max(before, surplus);
    total += group - before;
    reached = Math.max(reached, place[1]);
  }
  return total;
}
