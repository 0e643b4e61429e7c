/** The texts of a block that originals share several seeds with, of all whose seeds were met. */
import type { Parameters } from '../../shared/run.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Lookup } from './lookup.js';
import { reportsLittle, thinningOf } from './thinning.js';
import { seedHalves } from './runs.js';
import type { SpacedSeeds } from './spacedSeeds.js';
import type { BlockData } from './suspectBlock.js';

/** Entries that there is room for at first: what is never written to takes no memory. */
const AT_FIRST = 1 << 22;

/**
 * Chooses entries of the block's seeds. Where what is reported shares several, a text that shares one alone is left out:
 * set phrases of a few words make one each with thousands of texts. What a table does not tell apart depends on all of
 * its block, so that before a text is taken so many of its seeds are looked at; of the others `isSeed` tells.
 */
export class SharedSeeds {
  /** Entries that are chosen: `chosen` [0, count), ascending. */
  count = 0;
  chosen: Uint32Array;
  private readonly texts: Uint32Array;
  private readonly rules: Uint32Array;
  private readonly room: Uint32Array;
  private met: Uint32Array;

  /** @param kernel on the block's memory */
  constructor(
    private readonly kernel: Kernel,
    block: BlockData,
    parameters: Parameters,
  ) {
    const { memory } = kernel;
    this.texts = memory.words('shared texts', 3);
    this.texts.set([block.prints, block.starts, block.textAt].map((column) => column.byteOffset));
    const enough = reportsLittle(parameters) ? 1 : 2;
    this.rules = memory.words('shared rules', 6);
    this.rules.set([enough, seedHalves(parameters), ...thinningOf(parameters)]);
    // A byte a text, zero after each original.
    const bytes = Math.ceil(block.texts / 4);
    const hits = memory.words('shared hits', bytes);
    const trueHits = memory.words('shared true hits', bytes);
    this.room = memory.words('shared room', 4);
    this.room.set([hits.byteOffset, trueHits.byteOffset]);
    this.met = this.chosen = new Uint32Array(0);
  }

  /** Chooses among all that was found by the seeds of so many originals: those of i are [bounds[i], bounds[i + 1]). */
  choose(found: Lookup, seeds: SpacedSeeds, bounds: Uint32Array, originals: number): void {
    if (found.count > this.met.length) this.makeRoom(Math.max(AT_FIRST, found.count));
    const { texts, rules, room } = this;
    this.count = this.kernel.run.choose(
      ...([found.address, seeds.listAddress, bounds.byteOffset, originals] as const),
      ...([texts.byteOffset, rules.byteOffset, room.byteOffset] as const),
    );
  }

  /** True if the text opens a seed with this hash that begins at the token of the block. */
  isSeed(text: number, token: number, hash: number): boolean {
    const { texts, rules, kernel } = this;
    return kernel.run.isSeed(texts.byteOffset, rules.byteOffset, text, token, hash) === 1;
  }

  private makeRoom(entries: number): void {
    const { memory } = this.kernel;
    this.met = memory.grownWords('shared met', entries, 0);
    this.chosen = memory.grownWords('shared chosen', entries, 0);
    this.room.set([this.met.byteOffset, this.chosen.byteOffset], 2);
  }
}
