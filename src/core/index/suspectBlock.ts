/**
 * The suspects' side of the join: a block of distinct suspect texts with the seeds that propose for them. Originals
 * stream past it.
 */
import type { Prints } from './fingerprint.js';
import type { OpenedSeeds } from './openedSeeds.js';
import { makeRunFilter, type RunFilter } from './runFilter.js';
import type { SeedList } from './seedList.js';
import type { Kernel } from '../kernel/kernel.js';
import { makeSeedTable, type SeedTable } from './seedTable.js';

/** A batch of the block's texts: text i is prints [starts[i], starts[i + 1]). */
export interface BlockBatch extends OpenedSeeds {
  readonly prints: Prints;
  readonly starts: Uint32Array;
}

/** Everything that threads need to propose for a block; all columns lie in its memory. */
export interface BlockData {
  readonly memory: WebAssembly.Memory;
  /** Distinct suspect texts. */
  readonly texts: number;
  /** Prints of text i: [starts[i], starts[i + 1]). */
  readonly starts: Uint32Array;
  readonly prints: Prints;
  /** The text that token 64 · i belongs to. */
  readonly textAt: Uint32Array;
  /** Distinct shingles of each text that has few of them, else 0. */
  readonly short: Uint32Array;
  /** Spaced seeds; tokens are those they begin at. */
  readonly seeds: SeedTable;
  /** The runs that the seeds begin with. */
  readonly runs: RunFilter;
  /** Shingles of short texts. */
  readonly shingles: SeedTable;
}

/** Prints that a block has room for at first: what is never written to takes no memory. */
const PRINTS_AT_FIRST = 1 << 25;

/** Makes a block of batches, one after the other, in the memory of the block before it. */
export class BlockAssembly {
  private readonly starts: number[] = [0];
  private readonly short: Uint32Array[] = [];
  /** The token of the block that each batch begins with. */
  private readonly firsts: number[] = [];
  private readonly seeds: SeedList[] = [];
  private readonly shingles: SeedList[] = [];

  /** @param halves least weight of a run of a seed */
  constructor(
    private readonly halves: number,
    private readonly kernel: Kernel,
  ) {}

  /** Adds the texts of a batch, whose prints need not be kept for it. */
  add({ prints, starts, short, seeds, shingles }: BlockBatch): void {
    const first = this.starts.at(-1)!;
    const end = first + prints.length;
    this.kernel.memory.grownPrints('prints', end, first, PRINTS_AT_FIRST).set(prints, first);
    for (let text = 1; text < starts.length; text++) this.starts.push(first + starts[text]!);
    this.short.push(short);
    this.firsts.push(first);
    this.seeds.push(seeds);
    this.shingles.push(shingles);
  }

  /** The block, which nothing can be added to any more. */
  finish(): BlockData {
    const { kernel, halves, firsts } = this;
    const { memory } = kernel;
    const texts = this.starts.length - 1;
    const starts = memory.words('starts', texts + 1);
    starts.set(this.starts);
    const tokens = starts[texts]!;
    const prints = memory.grownPrints('prints', tokens, tokens);
    const textAt = memory.words('textAt', (tokens >> 6) + 1);
    for (let text = 0; text < texts; text++)
      for (let mark = (starts[text]! + 63) >> 6; mark << 6 < starts[text + 1]!; mark++) textAt[mark] = text;
    const short = memory.words('short', texts);
    let at = 0;
    for (const own of this.short.splice(0)) {
      short.set(own, at);
      at += own.length;
    }
    const runs = makeRunFilter(prints, this.seeds, firsts, halves, kernel);
    // What is made of the lists takes their place: both together would be half of a block's memory.
    const seeds = makeSeedTable(this.seeds.splice(0), firsts, tokens, kernel, 'seeds');
    const shingles = makeSeedTable(this.shingles.splice(0), firsts, tokens, kernel, 'shingles');
    return { memory: memory.memory, texts, starts, prints, textAt, short, runs, seeds, shingles };
  }
}

/** The text that a token of the block belongs to. */
export function textOf({ textAt, starts }: BlockData, token: number): number {
  let text = textAt[token >> 6]!;
  while (starts[text + 1]! <= token) text++;
  return text;
}
