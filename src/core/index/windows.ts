/**
 * What proposes a pair: its shared windows. A window is the shortest run of tokens from one place on that weighs as
 * much as a seed, so every seed of every passage begins with one, and a pair without a shared window has no evidence.
 */
import { finish } from '../score/hashing.js';
import type { Prints } from './fingerprint.js';

/** The windows of one text, by the place where they start; buffers are reused from text to text. */
export class WindowList {
  /** Windows start at tokens 0 … count − 1. */
  count = 0;
  /** 32-bit hashes, never 0. */
  hashes = new Uint32Array(1024);
  /** Tokens of each window. */
  lengths = new Uint8Array(1024);
  /** True if some token is a character of a script without spaces. */
  mixed = false;

  /** @param halves least weight of a window, in half tokens */
  constructor(readonly halves: number) {}

  /** Takes the windows of prints [from, to). */
  read(prints: Prints, from: number, to: number): void {
    if (to - from > this.hashes.length) this.grow(to - from);
    this.mixed = false;
    for (let at = from; at < to; at++)
      if ((prints[at]! & 1) === 1) {
        this.mixed = true;
        break;
      }
    if (this.mixed) this.readMixed(prints, from, to);
    else this.readWords(prints, from, to);
  }

  /**
   * The hash of the window at `at` with the one that follows it: a run of twice the weight; 0 where none follows.
   */
  long(at: number): number {
    const next = at + this.lengths[at]!;
    return next < this.count ? joinedHash(this.hashes[at]!, this.hashes[next]!) : 0;
  }

  private readWords(prints: Prints, from: number, to: number): void {
    const { hashes, lengths } = this;
    const length = (this.halves + 1) >> 1;
    const count = Math.max(0, to - from - length + 1);
    for (let at = 0; at < count; at++) hashes[at] = hashOf(prints, from + at, length);
    lengths.fill(length, 0, count);
    this.count = count;
  }

  private readMixed(prints: Prints, from: number, to: number): void {
    let weight = 0;
    let end = from;
    let start = from;
    for (; start < to; start++) {
      while (end < to && weight < this.halves) weight += 2 - (prints[end++]! & 1);
      if (weight < this.halves) break;
      this.hashes[start - from] = hashOf(prints, start, end - start);
      this.lengths[start - from] = end - start;
      weight -= 2 - (prints[start]! & 1);
    }
    this.count = start - from;
  }

  private grow(size: number): void {
    this.hashes = new Uint32Array(2 * size);
    this.lengths = new Uint8Array(2 * size);
  }
}

function hashOf(prints: Prints, from: number, length: number): number {
  let hash = length;
  for (let at = from; at < from + length; at++) {
    hash = Math.imul(hash ^ prints[at]!, 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0 || 1;
}

/** A hash of two hashes, in their order; never 0. */
export function joinedHash(first: number, second: number): number {
  return finish(Math.imul(first, 0x9e3779b1) ^ second) >>> 0 || 1;
}
