/**
 * What proposes a pair: its shared spaced seeds (Ma, Tromp and Li 2002, PatternHunter). A spaced seed is a shortest run
 * of tokens that weighs as much evidence as a seed of a passage, together with another such run that begins at most two
 * tokens of evidence after its end; what stands between them is not looked at. Neighbouring seeds of a passage make one,
 * wherever words were replaced, and two unrelated texts share one a hundred times as seldom as they share a run of three
 * words. Operators weigh nothing and begin none: what all code has in common would make a thousand seeds a pair.
 */
import type { Prints } from './fingerprint.js';
import type { Kernel } from '../kernel/kernel.js';
import type { RunFilter } from './runFilter.js';

/** Half tokens of evidence between the two runs of a spaced seed, at most; `src/kernel/seeds.ts` has the same. */
const SPACE = 4;

/** What the kernel reads and writes at once, so that it may reach this far behind the last one. */
const LANES = 4;

/** Words of the kernel's `SeedList` that it writes. */
const COUNT = 0;
const STARTS = 4;

/** The spaced seeds of some texts, made by the kernel in its memory; columns are reused. */
export class SpacedSeeds {
  /** 32-bit hashes. */
  hashes: Uint32Array;
  /** Where each begins in the prints; ascending. */
  places: Uint32Array;
  /** Where the second run of each begins. */
  seconds: Uint32Array;
  private readonly list: Uint32Array;
  private readonly filter: number;
  private runs: Uint32Array;
  private prints: Uint16Array;
  /** The place of the first token that is held. */
  private heldFrom = 0;

  /**
   * @param name of its columns, which nobody else on the kernel's memory has at the same time
   * @param halves least evidence of a run, in half tokens
   * @param filter without it all seeds are made, with it those of which it has the first run
   */
  constructor(
    private readonly kernel: Kernel,
    private readonly name: string,
    private readonly halves: number,
    filter?: Pick<RunFilter, 'address'>,
  ) {
    const { memory } = kernel;
    this.list = memory.words(`${name} list`, 9);
    this.filter = filter?.address ?? memory.words(`${name} no filter`, 4).byteOffset;
    this.hashes = this.places = this.seconds = this.runs = new Uint32Array(0);
    this.prints = memory.grownPrints(`${name} prints`, 1024, 0);
    this.makeRoom(1024);
  }

  /** Seeds so far. */
  get count(): number {
    return this.list[COUNT]!;
  }

  /** How many tokens of the text that was read last begin a run. */
  get starts(): number {
    return this.list[STARTS]!;
  }

  /** Where the kernel has the hashes. */
  get address(): number {
    return this.hashes.byteOffset;
  }

  /** Where the kernel has the list. */
  get listAddress(): number {
    return this.list.byteOffset;
  }

  /** Forgets all seeds. */
  clear(): void {
    this.list[COUNT] = 0;
  }

  /** Adds the spaced seeds of prints [from, to), one text. */
  read(prints: Prints, from: number, to: number): void {
    this.hold(prints, from, to);
    this.readHeld(from, to);
  }

  /** Takes prints [from, to), of which `readHeld` reads one text after the other. */
  hold(prints: Prints, from: number, to: number): void {
    if (to - from > this.prints.length)
      this.prints = this.kernel.memory.grownPrints(`${this.name} prints`, to - from, 0);
    this.prints.set(prints.subarray(from, to));
    this.heldFrom = from;
  }

  /** Adds the spaced seeds of prints [from, to), one text of those that are held. */
  readHeld(from: number, to: number): void {
    this.makeRoom(to - from);
    const address = this.heldAddress(from);
    const { kernel, list, filter, halves } = this;
    kernel.run.readSeeds(list.byteOffset, filter, address, to - from, from, halves);
  }

  /** Where the kernel has a token of those that are held. */
  heldAddress(token: number): number {
    return this.prints.byteOffset + 2 * (token - this.heldFrom);
  }

  /** Makes the columns so long that a text of so many tokens fits, with all its seeds. */
  private makeRoom(tokens: number): void {
    if (tokens + LANES > this.runs.length) this.widenRuns(2 * tokens + LANES);
    // The last tokens begin fewer, which leaves room for what is written behind the last seed.
    const most = this.count + (SPACE + 1) * tokens;
    if (most > this.hashes.length) this.widenSeeds(2 * most);
  }

  private widenRuns(length: number): void {
    this.runs = this.column('runs', length, 0);
    const others = ['ends', 'first', 'held'].map((of) => this.column(of, length, 0));
    this.list.set(
      [this.runs, ...others].map((words) => words.byteOffset),
      STARTS + 1,
    );
  }

  private widenSeeds(length: number): void {
    const { count } = this;
    this.hashes = this.column('hashes', length, count);
    this.places = this.column('places', length, count);
    this.seconds = this.column('seconds', length, count);
    this.list.set(
      [this.hashes, this.places, this.seconds].map((words) => words.byteOffset),
      COUNT + 1,
    );
  }

  private column(of: string, length: number, kept: number): Uint32Array {
    return this.kernel.memory.grownWords(`${this.name} ${of}`, length, kept);
  }
}
