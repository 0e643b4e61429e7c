import type { Kernel } from '../kernel/kernel.js';

/** Words are told apart by so many bits of their prints: a table of 8 kB stays in the processor's first cache. */
const BITS = 12;
const MOST = 2 ** 16 - 1;

/** Tells texts of few distinct words, reading no further than it must. */
export class DistinctWords {
  /** Per word the number of the text that had it last. */
  private readonly seen: Uint16Array;
  private text = 0;

  /** @param most distinct words of a text that has few */
  constructor(
    private readonly kernel: Kernel,
    private readonly most: number,
  ) {
    this.seen = kernel.memory.grownPrints('seen words', 2 ** BITS, 0).fill(0);
  }

  /**
   * True if so many prints, which the kernel has at this address, hold few distinct words; words that are told apart by
   * too few bits are taken for one.
   */
  areFew(address: number, tokens: number): boolean {
    const { seen, kernel, most } = this;
    if (this.text === MOST) {
      seen.fill(0);
      this.text = 0;
    }
    const text = ++this.text;
    return kernel.run.countDistinct(address, tokens, most, 16 - BITS, seen.byteOffset, text) <= most;
  }
}
