import type { Tokens } from '../text/tokens.js';

/**
 * The windows of a text: for each token the shortest run from it on that weighs at least so much. Every shared run
 * of that weight starts with a shared window, whatever mixture of words and characters it is. Where every token is
 * given the same weight, they are the shingles of the text.
 */
export class Windows {
  /** Windows are those that start at tokens 0 … count − 1. */
  readonly count: number;
  /** Tokens of each window. */
  readonly lengths: Uint32Array;
  private readonly hashes: Int32Array;
  private table: WindowTable | undefined;

  /**
   * @param halves least weight, in half tokens
   * @param sums the weight of the first i tokens
   */
  constructor(
    readonly tokens: Tokens,
    readonly halves: number,
    sums = tokens.sums,
  ) {
    const { ids, count } = tokens;
    const memory = new ArrayBuffer(8 * count);
    const lengths = new Uint32Array(memory, 0, count);
    const hashes = new Int32Array(memory, 4 * count, count);
    let start = 0;
    for (let end = 0; start < count; start++) {
      while (end < count && sums[end]! - sums[start]! < halves) end++;
      if (sums[end]! - sums[start]! < halves) break;
      let hash = end - start;
      for (let i = start; i < end; i++) {
        hash = Math.imul(hash ^ ids[i]!, 0x5bd1e995);
        hash ^= hash >>> 15;
      }
      lengths[start] = end - start;
      hashes[start] = hash;
    }
    this.count = start;
    this.lengths = lengths;
    this.hashes = hashes;
  }

  /**
   * The first place in this text of a window equal to `other`'s window at `at`, or −1. Equal means equal token by
   * token: the hash only finds the place. It is found sooner where it is `guess`, which may be any place.
   */
  find(other: Windows, at: number, guess = 0): number {
    const { slots, repeated } = (this.table ??= this.build());
    const hash = other.hashes[at]!;
    const isGuessed = guess < this.count && repeated[guess] === 0 && this.hashes[guess] === hash;
    if (isGuessed && sameWindow(this, guess, other, at)) return guess;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = slots[slot]! - 1;
      if (place < 0) return -1;
      if (this.hashes[place] === hash && sameWindow(this, place, other, at)) return place;
    }
  }

  /** How many different windows there are. */
  get distinct(): number {
    return (this.table ??= this.build()).distinct;
  }

  /** How many different windows the other text has as well. */
  sharedWith(other: Windows): number {
    const { repeated } = (this.table ??= this.build());
    let shared = 0;
    let place = -1;
    // In the order of the text, in which what is shared stands together, so that the next window is a good guess.
    for (let at = 0; at < this.count; at++) {
      if (repeated[at] !== 0) continue;
      place = other.find(this, at, place + 1);
      if (place >= 0) shared++;
    }
    return shared;
  }

  /** A hash that equal windows have in common, of one vocabulary. */
  hashAt(at: number): number {
    return this.hashes[at]!;
  }

  /** The next place of the same window, or −1. Places ascend. */
  after(place: number): number {
    return (this.table ??= this.build()).next[place]!;
  }

  private build(): WindowTable {
    const { count, hashes } = this;
    let size = 16;
    while (size < 2 * count) size *= 2;
    const memory = new ArrayBuffer(4 * (size + count) + count);
    const slots = new Int32Array(memory, 0, size);
    const next = new Int32Array(memory, 4 * size, count);
    const repeated = new Uint8Array(memory, 4 * (size + count), count);
    let distinct = 0;
    for (let at = count - 1; at >= 0; at--) {
      const hash = hashes[at]!;
      let slot = hash & (size - 1);
      for (; slots[slot] !== 0; slot = (slot + 1) & (size - 1)) {
        const head = slots[slot]! - 1;
        if (hashes[head] === hash && sameWindow(this, head, this, at)) break;
      }
      if (slots[slot] === 0) distinct++;
      else repeated[slots[slot]! - 1] = 1;
      next[at] = slots[slot]! - 1;
      slots[slot] = at + 1;
    }
    return { slots, next, repeated, distinct };
  }
}

/** Where the windows of a text are, by their hashes. */
interface WindowTable {
  /** Per slot one more than the first place of a window, 0 where it is free. */
  readonly slots: Int32Array;
  /** Per place the next one of the same window, or −1. */
  readonly next: Int32Array;
  /** 1 where the same window stands before. */
  readonly repeated: Uint8Array;
  readonly distinct: number;
}

function sameWindow(a: Windows, atA: number, b: Windows, atB: number): boolean {
  const length = a.lengths[atA]!;
  if (length !== b.lengths[atB]) return false;
  for (let i = 0; i < length; i++) if (a.tokens.ids[atA + i] !== b.tokens.ids[atB + i]) return false;
  return true;
}
