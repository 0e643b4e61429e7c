/** Streams originals past a block of suspects: counts windows, then proposes pairs. */
import type { Parameters } from '../../shared/run.js';
import { chainScore } from './chain.js';
import { EvidenceBound } from './evidenceBound.js';
import type { Prints } from './fingerprint.js';
import { find, mayPropose, type TableData } from './hashTable.js';
import { Hits } from './hits.js';
import { OriginalTable } from './originalTable.js';
import { windowHalves, type BlockData } from './suspectBlock.js';
import { WindowList } from './windows.js';

export class Prober {
  private readonly list: WindowList;
  private readonly table = new OriginalTable();
  private readonly bound: EvidenceBound;
  private readonly hits: Hits;

  constructor(
    private readonly block: BlockData,
    private readonly parameters: Parameters,
  ) {
    this.list = new WindowList(windowHalves(parameters));
    this.bound = new EvidenceBound(parameters);
    this.hits = new Hits(block.texts, block.lengths);
  }

  /** Counts the windows of an original that stands `times` times among the originals. */
  count(prints: Prints, from: number, to: number, times: number): void {
    const { list, block } = this;
    const { keys, counts } = block.short;
    list.read(prints, from, to);
    for (let at = 0; at < list.count; at++) {
      const place = find(keys, list.hashes[at]!);
      if (place < 0) continue;
      Atomics.add(counts, place, times);
      const long = list.long(at);
      if (long === 0) continue;
      const longPlace = find(block.long.keys, long);
      if (longPlace >= 0) Atomics.add(block.long.counts, longPlace, times);
    }
  }

  /** The suspect texts that may match an original, ascending. */
  propose(prints: Prints, from: number, to: number): number[] {
    const { list, block, hits } = this;
    const { short, long } = block;
    list.read(prints, from, to);
    hits.clear();
    for (let at = 0; at < list.count; at++) {
      if (mayPropose(short.filter, list.hashes[at]!)) this.open(short, list.hashes[at]!, at);
      const both = list.long(at);
      if (both !== 0 && mayPropose(long.filter, both)) this.open(long, both, at);
    }
    const proposed: number[] = [];
    let read = false;
    for (let at = 0; at < hits.count; at++) {
      const text = hits.texts[at]!;
      if (block.needed[text] !== 1 && !hits.likely(text, this.isPassage(text))) continue;
      if (!read) this.table.read(list);
      read = true;
      if (this.bound.mayMatch(block, text, list, this.table)) proposed.push(text);
    }
    return proposed.sort((a, b) => a - b);
  }

  /** Takes the suspects' windows that a window of the original proposes. */
  private open(table: TableData, hash: number, at: number): void {
    const place = find(table.keys, hash);
    if (place < 0) return;
    const end = table.starts[place + 1]!;
    for (let item = table.starts[place]!; item < end; item++) {
      const window = table.items[item]!;
      this.hits.add(this.block.textOf[window]!, window, at);
    }
  }

  /** Tells whether a shared window is part of a chain that pays the toll. */
  private isPassage(text: number): (window: number, place: number) => boolean {
    const { block, list, parameters } = this;
    const toll = Math.floor(parameters.passageToll) - SLACK;
    if (list.mixed || block.mixed[text] === 1) return () => true;
    return (window, place) => chainScore(block, text, window, list, place, parameters.maxGap, toll) > toll;
  }
}

/** Tokens by which a chain followed greedily may fall short of the best one. */
const SLACK = 3;
