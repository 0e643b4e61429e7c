import type { Prints } from './fingerprint.js';

/** Tells texts of few distinct words, reading no further than it must. */
export class DistinctWords {
  /** Per print the number of the text that had it last. */
  private readonly seen = new Uint32Array(1 << 16);
  private text = 0;

  /** @param most distinct words of a text that has few */
  constructor(private readonly most: number) {}

  /** True if prints [from, to) hold few distinct words; equal prints are taken for one word. */
  areFew(prints: Prints, from: number, to: number): boolean {
    const { seen } = this;
    const text = ++this.text;
    let distinct = 0;
    for (let at = from; at < to; at++) {
      if (seen[prints[at]!] === text) continue;
      seen[prints[at]!] = text;
      if (++distinct > this.most) return false;
    }
    return true;
  }
}
