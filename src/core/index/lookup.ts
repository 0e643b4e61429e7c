/** Looks many hashes up in a seed table at once. */
import type { Kernel } from '../kernel/kernel.js';
import type { SeedTable } from './seedTable.js';
import type { SpacedSeeds } from './spacedSeeds.js';

/** Entries that are found at once: where an original shares a passage with every text of a block, each of its seeds has as many. */
const ENOUGH = 1 << 20;
/** Entries that columns have room for at first, for one original with more: what is never written to takes no memory. */
const RESERVED = 1 << 22;

/** The words of the kernel's `Found`. */
const COUNT = 0;
const ROOM = 1;

export class Lookup {
  /** Entries found: `tokens` and `offered` [0, count). */
  tokens: Uint32Array;
  /** The number of the hash that each was found by. */
  offered: Uint32Array;
  private readonly found: Uint32Array;
  private passing = 0;

  /** @param name of its columns, which nobody else on the kernel's memory has at the same time */
  constructor(
    private readonly kernel: Kernel,
    private readonly name: string,
  ) {
    this.found = kernel.memory.words(`${name} found`, 8);
    this.tokens = this.offered = new Uint32Array(0);
    this.makeRoom(ENOUGH);
  }

  /** Where the kernel has what was found. */
  get address(): number {
    return this.found.byteOffset;
  }

  get count(): number {
    return this.found[COUNT]!;
  }

  /** Finds the entries of these hashes, in their order, and those of others that the table does not tell apart. */
  find(table: SeedTable, hashes: Uint32Array, count: number): void {
    const copy = this.kernel.memory.copyOf(`${this.name} hashes`, hashes.subarray(0, count));
    this.findFrom(table, copy, 0, count, count);
  }

  /**
   * Finds the entries of seeds [from, to) in the same way. From seed `least` on it ends early once it has found more
   * than enough; returns the seed that it ended before.
   */
  findSeeds(
    table: SeedTable,
    seeds: Pick<SpacedSeeds, 'address'>,
    from: number,
    to: number,
    least: number,
  ): number {
    return this.findFrom(table, seeds.address, from, to, least);
  }

  private findFrom(table: SeedTable, hashes: number, from: number, to: number, least: number): number {
    this.makePassing(to - from);
    for (;;) {
      const { found } = this;
      const end = this.kernel.run.find(table.address, hashes, from, to, found.byteOffset);
      if (end === to || end >= least) return end;
      this.makeRoom(2 * found[ROOM]!);
    }
  }

  /** Room for so many entries. */
  private makeRoom(room: number): void {
    if (room > this.tokens.length) {
      const length = Math.max(RESERVED, room);
      this.tokens = this.column('tokens', length);
      this.offered = this.column('offered', length);
    }
    this.found.set([room, this.tokens.byteOffset, this.offered.byteOffset], ROOM);
  }

  /** Room for so many hashes that pass the filter. */
  private makePassing(count: number): void {
    if (count <= this.passing) return;
    this.passing = 2 * count;
    const columns = ['passed', 'starts', 'ends'].map((of) => this.column(of, this.passing).byteOffset);
    this.found.set(columns, ROOM + 3);
  }

  private column(of: string, length: number): Uint32Array {
    return this.kernel.memory.grownWords(`${this.name} ${of}`, length, 0);
  }
}
