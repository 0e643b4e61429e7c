/**
 * How common seeds are among the originals: one row of a count-min sketch (Cormode and Muthukrishnan 2005) over a
 * sample of the originals' texts, drawn by the hash of the text, so that neither files nor threads change it. It costs
 * the same for ten thousand originals and for a hundred million.
 */
import type { Parameters } from '../../shared/run.js';
import type { Prints } from './fingerprint.js';
import { Kernel } from '../kernel/kernel.js';
import type { LinearMemory } from '../kernel/linearMemory.js';
import { seedHalves } from './runs.js';
import { SpacedSeeds } from './spacedSeeds.js';

/** Texts that are counted, at least where there are so many; twice as many at the most. */
const SAMPLE = 4096;
/** Counters: seeds that share one are taken for as common as both. */
const COUNTERS = 1 << 21;
/** Where a counter ends, far beyond the texts of a sample. */
const MOST = 2 ** 16 - 1;
/** Counts up to this may be nothing but seeds that share a counter. */
const NOISE = 8;

/** All columns lie in its memory, so that all threads have the same. */
export interface Frequencies {
  readonly memory: WebAssembly.Memory;
  readonly counts: Uint16Array;
  /** One bit a counter, set by `markCommon`: few are common, and these bits stay in the processor's cache. */
  readonly common: Uint32Array;
  /** Distinct texts of the originals, those of each part of the index by themselves. */
  readonly texts: number;
  /** Of how many texts one is counted. */
  readonly share: number;
}

/** Counters at zero for so many texts, in place of those that the memory had before. */
export function makeFrequencies(texts: number, memory: LinearMemory): Frequencies {
  return {
    memory: memory.memory,
    counts: countersIn(memory, 'seed counts'),
    common: memory.words('common seeds', COUNTERS / 32),
    texts,
    share: Math.max(1, Math.floor(texts / SAMPLE)),
  };
}

/** True if the text with this hash is in the sample. */
export function isSampled({ share }: Frequencies, textKey: number): boolean {
  return textKey % share === 0;
}

/**
 * Counts by itself what {@link addCounts} adds up: counters that threads share would stop the processor at each addition.
 * Its kernel has a memory of its own, which is left with it.
 */
export class SeedCounter {
  readonly counts: Uint16Array;
  private readonly kernel = new Kernel();
  private readonly list: SpacedSeeds;
  private readonly shingleSize: number;

  constructor(parameters: Parameters) {
    this.counts = countersIn(this.kernel.memory, 'counts');
    this.list = new SpacedSeeds(this.kernel, 'counted', seedHalves(parameters));
    this.shingleSize = parameters.shingleSize;
  }

  /** Counts the seeds and shingles of one text. */
  add(prints: Prints): void {
    const { counts, kernel, list, shingleSize } = this;
    const { length } = prints;
    list.clear();
    list.read(prints, 0, length);
    const [own, held] = [list.listAddress, list.heldAddress(0)];
    kernel.run.countText(own, held, length, shingleSize, counts.byteOffset, COUNTERS - 1);
  }
}

/** Adds what one thread counted. */
export function addCounts({ counts }: Frequencies, counted: Uint16Array): void {
  for (let at = 0; at < COUNTERS; at++) counts[at] = Math.min(MOST, counts[at]! + counted[at]!);
}

/** Counters at zero. Of two bytes each: memory that is written to for the first time is dear. */
function countersIn(memory: LinearMemory, name: string): Uint16Array {
  const words = memory.words(name, COUNTERS / 2);
  return new Uint16Array(words.buffer, words.byteOffset, COUNTERS);
}

/** Ends the counting: what `Commonness` says is true from here on. */
export function markCommon(frequencies: Frequencies, parameters: Parameters): void {
  const { counts, common } = frequencies;
  const least = Math.min(NOISE, hotFrom(frequencies, parameters));
  for (let at = 0; at < COUNTERS; at++) if (counts[at]! > least) common[at >> 5]! |= 1 << (at & 31);
}

/** What the counts say of one seed. */
export class Commonness {
  private readonly counts: Uint16Array;
  private readonly common: Uint32Array;
  private readonly share: number;
  private readonly hot: number;

  constructor(frequencies: Frequencies, parameters: Parameters) {
    this.counts = frequencies.counts;
    this.common = frequencies.common;
    this.share = frequencies.share;
    this.hot = hotFrom(frequencies, parameters);
  }

  /** True if the seed is in so many originals that it proposes none. */
  isHot(hash: number): boolean {
    return this.isCommon(hash) && this.counts[hash & (COUNTERS - 1)]! > this.hot;
  }

  /** About how many originals have the seed; 0 for rare ones. */
  postings(hash: number): number {
    if (!this.isCommon(hash)) return 0;
    const count = this.counts[hash & (COUNTERS - 1)]!;
    return count > NOISE ? count * this.share : 0;
  }

  private isCommon(hash: number): boolean {
    const counter = hash & (COUNTERS - 1);
    return (this.common[counter >> 5]! & (1 << (counter & 31))) !== 0;
  }
}

/** The same for the kernel, as the words of its `Frequencies`. */
export function frequencyWords(frequencies: Frequencies, parameters: Parameters): number[] {
  const { counts, common, share } = frequencies;
  // Counts are whole numbers.
  const hot = Math.min(2 ** 32 - 1, Math.floor(hotFrom(frequencies, parameters)));
  return [counts.byteOffset, common.byteOffset, COUNTERS - 1, hot, NOISE, share];
}

/** A seed that was counted more often than this is hot. */
function hotFrom({ texts, share }: Frequencies, { hotShare, hotMinimum }: Parameters): number {
  return Math.max(hotShare * texts, hotMinimum - 1) / share;
}
