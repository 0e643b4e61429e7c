/** The seeds that suspect texts open: those that look for originals. */
import type { Parameters } from '../../shared/run.js';
import type { Prints } from './fingerprint.js';
import type { Kernel } from '../kernel/kernel.js';
import { Commonness, type Frequencies } from './frequencies.js';
import { shingleHash } from './runs.js';
import { seedList, type SeedList } from './seedList.js';
import { TakenSeeds, type Taken } from './takenSeeds.js';
import { widened } from './widened.js';

/**
 * How many postings one suspect text may open, rarest seeds first, and more for texts of more than so many tokens. It
 * bounds the work of a suspect whatever the originals hold, and depends on no other suspect.
 */
const POSTINGS = { most: 16_384, tokens: 100 };

/** Texts of at most so many distinct shingles may be near-duplicates that have no spaced seed in common. */
export const SHORT = 32;

/** What a batch of texts opens; tokens count from the batch's first. */
export interface OpenedSeeds {
  /** Spaced seeds. */
  readonly seeds: SeedList;
  /** Shingles of short texts. */
  readonly shingles: SeedList;
  /** Per text its distinct shingles if there are few, else 0. */
  readonly short: Uint32Array;
  /** Per text the seeds, and of a short one the shingles, that stay closed: too common among the originals to propose. */
  readonly hot: Uint32Array;
}

/**
 * Chooses what texts open; text i is prints [starts[i], starts[i + 1]).
 * @param kernel on the frequencies' memory
 */
export function openSeeds(
  kernel: Kernel,
  prints: Prints,
  starts: Uint32Array,
  frequencies: Frequencies,
  parameters: Parameters,
): OpenedSeeds {
  const texts = starts.length - 1;
  const short = new Uint32Array(texts);
  const hot = new Uint32Array(texts);
  const { shingleSize } = parameters;
  const commonness = new Commonness(frequencies, parameters);
  const seeds = new Opening(commonness);
  const shingles = new Opening(commonness);
  const taking = new TakenSeeds(kernel, frequencies, parameters);
  for (let text = 0; text < texts; text++) {
    const from = starts[text]!;
    const to = starts[text + 1]!;
    const postings = POSTINGS.most * Math.max(1, (to - from) / POSTINGS.tokens);
    taking.read(prints, from, to);
    hot[text] = taking.hot + seeds.open(taking, postings);
    const few = fewShingles(prints, from, to, shingleSize);
    short[text] = few;
    if (few > 0) {
      const taken = takenShingles(prints, from, to, shingleSize, commonness);
      hot[text]! += taken.hot + shingles.open(taken, postings);
    }
  }
  return { seeds: seeds.opened, shingles: shingles.opened, short, hot };
}

/** Distinct shingles if there are few, else 0. */
function fewShingles(prints: Prints, from: number, to: number, size: number): number {
  const seen: number[] = [];
  for (let at = from; at + size <= to; at++) {
    const hash = shingleHash(prints, at, size);
    if (seen.includes(hash)) continue;
    if (seen.push(hash) > SHORT) return 0;
  }
  return seen.length;
}

/** Grows as seeds are added. */
class GrowingList {
  private hashes = new Uint32Array(1 << 12);
  private tokens = new Uint32Array(1 << 12);
  count = 0;

  add(hash: number, token: number): void {
    if (this.count === this.hashes.length) {
      this.hashes = widened(this.hashes);
      this.tokens = widened(this.tokens);
    }
    this.hashes[this.count] = hash;
    this.tokens[this.count++] = token;
  }

  addAll({ count, hashes, tokens }: Taken): void {
    while (this.count + count > this.hashes.length) {
      this.hashes = widened(this.hashes);
      this.tokens = widened(this.tokens);
    }
    this.hashes.set(hashes.subarray(0, count), this.count);
    this.tokens.set(tokens.subarray(0, count), this.count);
    this.count += count;
  }

  get list(): SeedList {
    return seedList(this.hashes, this.tokens, this.count);
  }
}

/** Chooses what one text opens, text after text. */
class Opening {
  private readonly all = new GrowingList();

  constructor(private readonly commonness: Commonness) {}

  /** What all texts opened. */
  get opened(): SeedList {
    return this.all.list;
  }

  /** Opens what was taken, the rarest first, as far as `most` postings go; returns how many it leaves closed. */
  open(taken: Taken, most: number): number {
    if (taken.postings > most) return this.openRarest(taken, most);
    this.all.addAll(taken);
    return 0;
  }

  private openRarest({ count, hashes, tokens }: Taken, most: number): number {
    const order = Array.from({ length: count }, (_, at) => ({
      hash: hashes[at]!,
      token: tokens[at]!,
      postings: this.commonness.postings(hashes[at]!),
    })).sort((a, b) => a.postings - b.postings || a.hash - b.hash || a.token - b.token);
    let opened = 0;
    let closed = 0;
    for (const { hash, token, postings } of order) {
      opened += postings;
      if (opened <= most) this.all.add(hash, token);
      else closed++;
    }
    return closed;
  }
}

/** The shingles of prints [from, to), one text, that are not hot; and how many are. */
function takenShingles(
  prints: Prints,
  from: number,
  to: number,
  size: number,
  commonness: Commonness,
): Taken & { readonly hot: number } {
  const hashes: number[] = [];
  const tokens: number[] = [];
  let postings = 0;
  let hot = 0;
  for (let token = from; token + size <= to; token++) {
    const hash = shingleHash(prints, token, size);
    if (commonness.isHot(hash)) hot++;
    else {
      hashes.push(hash);
      tokens.push(token);
      postings += commonness.postings(hash);
    }
  }
  const count = hashes.length;
  return { count, hashes: Uint32Array.from(hashes), tokens: Uint32Array.from(tokens), postings, hot };
}
