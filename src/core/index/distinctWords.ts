import type { Prints } from './fingerprint.js';

/** Words are told apart by so many bits of their prints: a table of 8 kB stays in the processor's first cache. */
const BITS = 12;
const MOST = 2 ** 16 - 1;

/** Tells texts of few distinct words, reading no further than it must. */
export class DistinctWords {
  /** Per word the number of the text that had it last. */
  private readonly seen = new Uint16Array(2 ** BITS);
  private text = 0;

  /** @param most distinct words of a text that has few */
  constructor(private readonly most: number) {}

  /** True if prints [from, to) hold few distinct words; words that are told apart by too few bits are taken for one. */
  areFew(prints: Prints, from: number, to: number): boolean {
    const { seen } = this;
    if (this.text === MOST) {
      seen.fill(0);
      this.text = 0;
    }
    const text = ++this.text;
    let distinct = 0;
    for (let at = from; at < to; at++) {
      const word = prints[at]! >>> (16 - BITS);
      if (seen[word] === text) continue;
      seen[word] = text;
      if (++distinct > this.most) return false;
    }
    return true;
  }
}
