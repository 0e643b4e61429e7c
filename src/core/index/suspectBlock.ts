/**
 * The suspects' side of the join: a block of distinct suspect texts with the seeds that propose for them. Originals
 * stream past it.
 */
import type { Prints } from './fingerprint.js';
import type { OpenedSeeds, SeedList } from './openedSeeds.js';
import { makeRunFilter, type RunFilter } from './runFilter.js';
import type { SharedMemory } from './sharedMemory.js';
import { makeSeedTable, type SeedTable } from './seedTable.js';

/** A batch of the block's texts: text i is prints [starts[i], starts[i + 1]). */
export interface BlockBatch extends OpenedSeeds {
  readonly prints: Prints;
  readonly starts: Uint32Array;
}

/** Everything that threads need to propose for a block; made of shared memory. */
export interface BlockData {
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

/**
 * Makes the block of these batches, one after the other, in the memory of the block before it.
 * @param halves least weight of a run of a seed
 */
export function makeBlock(batches: readonly BlockBatch[], halves: number, memory: SharedMemory): BlockData {
  const texts = batches.reduce((sum, { starts: own }) => sum + own.length - 1, 0);
  const tokens = batches.reduce((sum, { prints: own }) => sum + own.length, 0);
  const words = (name: string, length: number) => new Uint32Array(memory.of(name, 4 * length), 0, length);
  const starts = words('starts', texts + 1);
  const prints = new Uint16Array(memory.of('prints', 2 * tokens), 0, tokens);
  const textAt = words('textAt', (tokens >> 6) + 1);
  const short = words('short', texts);
  const firsts: number[] = [];
  let text = 0;
  let at = 0;
  for (const batch of batches) {
    firsts.push(at);
    prints.set(batch.prints, at);
    short.set(batch.short, text);
    for (let own = 1; own < batch.starts.length; own++) {
      const from = at + batch.starts[own - 1]!;
      const to = at + batch.starts[own]!;
      starts[text] = from;
      for (let mark = (from + 63) >> 6; mark << 6 < to; mark++) textAt[mark] = text;
      text++;
    }
    at += batch.prints.length;
  }
  starts[texts] = at;
  const table = (name: string, own: (batch: BlockBatch) => SeedList): SeedTable =>
    makeSeedTable(batches.map(own), firsts, memory, name);
  const runs = makeRunFilter(batches, halves, memory);
  const seeds = table('seeds', (batch) => batch.seeds);
  const shingles = table('shingles', (batch) => batch.shingles);
  return { texts, starts, prints, textAt, short, runs, seeds, shingles };
}

/** The text that a token of the block belongs to. */
export function textOf({ textAt, starts }: BlockData, token: number): number {
  let text = textAt[token >> 6]!;
  while (starts[text + 1]! <= token) text++;
  return text;
}
