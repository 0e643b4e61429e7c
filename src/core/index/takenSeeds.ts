/** The seeds of one text after the other that it may open, chosen by the kernel. */
import type { Parameters } from '../../shared/run.js';
import type { Prints } from './fingerprint.js';
import { frequencyWords, type Frequencies } from './frequencies.js';
import type { Kernel } from '../kernel/kernel.js';
import { seedHalves } from './runs.js';
import { partedList, type SeedList } from './seedList.js';
import { TOLD } from './seedTable.js';
import { SpacedSeeds } from './spacedSeeds.js';
import { thinning } from './thinning.js';

/** Hashes with their tokens. */
export interface Seeds {
  readonly hashes: Uint32Array;
  readonly tokens: Uint32Array;
}

/** Words of the kernel's `Opened`. */
const COUNT = 0;
const HOT = 3;

/**
 * Texts drop seeds as they are long; no seed is taken that is hot, has a hot run, or that a table may take for another at
 * its place.
 */
export class TakenSeeds {
  /** Of the text that was read last: about how many originals have one of its seeds, each counted by itself. */
  postings = 0;
  private hashes: Uint32Array;
  private tokens: Uint32Array;
  /** Where the seeds of the text that was read last begin. */
  private first = 0;
  private readonly list: SpacedSeeds;
  private readonly frequencies: Uint32Array;
  private readonly opened: Uint32Array;
  private runs = 0;

  /** @param kernel on the frequencies' memory */
  constructor(
    private readonly kernel: Kernel,
    frequencies: Frequencies,
    private readonly parameters: Parameters,
  ) {
    this.list = new SpacedSeeds(kernel, 'own', seedHalves(parameters));
    this.frequencies = kernel.memory.words('taken frequencies', 6);
    this.frequencies.set(frequencyWords(frequencies, parameters));
    this.opened = kernel.memory.words('taken opened', 5);
    this.hashes = this.tokens = new Uint32Array(0);
  }

  /** Seeds of the text that was read last which are too common, or have a run that is. */
  get hot(): number {
    return this.opened[HOT]!;
  }

  /** The seeds of the text that was read last, until another one is. */
  get last(): Seeds {
    const { count, first } = this;
    return { hashes: this.hashes.subarray(first, count), tokens: this.tokens.subarray(first, count) };
  }

  /** The seeds of all texts that were read. */
  get all(): SeedList {
    return partedList(this.kernel, this.hashes, this.tokens, this.count);
  }

  /** Adds the seeds of prints [from, to), one text. */
  read(prints: Prints, from: number, to: number): void {
    const { kernel, list, frequencies, opened } = this;
    this.first = this.count;
    list.clear();
    list.read(prints, from, to);
    this.makeRoom(list);
    const mask = thinning(to - from, this.parameters);
    const addresses = [frequencies.byteOffset, opened.byteOffset] as const;
    this.postings = kernel.run.takeSeeds(list.listAddress, from, mask, ...addresses, TOLD);
  }

  /** Leaves of the text that was read last these seeds, no more than it has; returns how many go. */
  keep({ hashes, tokens }: Seeds): number {
    this.hashes.set(hashes, this.first);
    this.tokens.set(tokens, this.first);
    const before = this.count;
    this.opened[COUNT] = this.first + hashes.length;
    return before - this.count;
  }

  private get count(): number {
    return this.opened[COUNT]!;
  }

  private makeRoom({ count, starts }: SpacedSeeds): void {
    const column = (of: string, length: number, kept = 0): Uint32Array =>
      this.kernel.memory.grownWords(`taken ${of}`, length, kept);
    const most = this.count + count;
    if (most > this.hashes.length) {
      this.hashes = column('hashes', 2 * most, this.count);
      this.tokens = column('tokens', 2 * most, this.count);
      this.opened.set([this.hashes.byteOffset, this.tokens.byteOffset], COUNT + 1);
    }
    if (starts <= this.runs) return;
    this.runs = 2 * starts;
    // A byte a run.
    this.opened[HOT + 1] = column('hot runs', Math.ceil(this.runs / 4)).byteOffset;
  }
}
