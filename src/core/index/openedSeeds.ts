/** The seeds that suspect texts open: those that look for originals. */
import type { Parameters } from '../../shared/run.js';
import type { Prints } from './fingerprint.js';
import type { Kernel } from './kernel.js';
import { Commonness, type Frequencies } from './frequencies.js';
import { seedHalves, shingleHash } from './runs.js';
import { seedList, type SeedList } from './seedList.js';
import { TOLD } from './seedTable.js';
import { SpacedSeeds } from './spacedSeeds.js';
import { widened } from './widened.js';

/**
 * How many postings one suspect text may open, rarest seeds first, and more for texts of more than so many tokens. It
 * bounds the work of a suspect whatever the originals hold, and depends on no other suspect.
 */
const POSTINGS = { most: 16_384, tokens: 100 };

/** Texts of at most so many distinct shingles may be near-duplicates that have no spaced seed in common. */
export const SHORT = 32;

/**
 * Of longer texts the seeds of every second run are enough, of the longest every second of these: what is reported shares
 * dozens.
 */
const THINNED = [
  { tokens: 320, step: 4 },
  { tokens: 96, step: 2 },
] as const;
/** … if a reported pair shares so many tokens; where it may share fewer, twice as many seeds are kept. */
const THINNED_FROM = 18;

/** True if a pair may be reported that shares so little that it has few seeds. */
export function reportsLittle({ passageToll, reportFrom }: Parameters): boolean {
  return passageToll + reportFrom < THINNED_FROM;
}

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

/** Chooses what texts open; text i is prints [starts[i], starts[i + 1]). */
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
  const halves = seedHalves(parameters);
  const list = new SpacedSeeds(kernel, 'opened', halves);
  const commonness = new Commonness(frequencies, parameters);
  const hotRuns = new HotRuns(commonness);
  const seeds = new Opening(commonness);
  const shingles = new Opening(commonness);
  for (let text = 0; text < texts; text++) {
    const from = starts[text]!;
    const to = starts[text + 1]!;
    const postings = POSTINGS.most * Math.max(1, (to - from) / POSTINGS.tokens);
    const mask = thinning(to - from, parameters);
    list.clear();
    list.read(prints, from, to);
    hotRuns.read(list);
    for (let seed = 0; seed < list.count; seed++) {
      const hash = list.hashes[seed]!;
      if ((hash & mask) !== 0 || hasTwin(list, seed)) continue;
      const place = list.places[seed]!;
      // At the edge of a text that many share, what stands beside it makes seeds that are rare by themselves.
      seeds.take(hash, place, hotRuns.isHot(place - from) || hotRuns.isHot(list.seconds[seed]! - from));
    }
    hot[text] = seeds.open(postings);
    const few = fewShingles(prints, from, to, shingleSize);
    short[text] = few;
    if (few > 0) {
      for (let place = from; place + shingleSize <= to; place++)
        shingles.take(shingleHash(prints, place, shingleSize), place);
      hot[text]! += shingles.open(postings);
    }
  }
  return { seeds: seeds.opened, shingles: shingles.opened, short, hot };
}

/**
 * True if a table may take the seed for another that begins at the same place. With one of them closed, what else is in
 * the table would decide whether the other is taken for it, so that neither is opened.
 */
function hasTwin({ count, hashes, places }: SpacedSeeds, seed: number): boolean {
  const isTwin = (other: number): boolean => {
    const differing = (hashes[other]! ^ hashes[seed]!) >>> 0;
    return differing !== 0 && differing < 2 ** (32 - TOLD);
  };
  let first = seed;
  while (first > 0 && places[first - 1] === places[seed]) first--;
  for (let other = first; other < count && places[other] === places[seed]; other++)
    if (isTwin(other)) return true;
  return false;
}

/** The bits that are 0 in the hashes of the seeds that a text of so many tokens may open. */
export function thinning(tokens: number, parameters: Parameters): number {
  const step = THINNED.find((one) => tokens >= one.tokens)?.step ?? 1;
  return (reportsLittle(parameters) ? Math.max(1, step / 2) : step) - 1;
}

/** What `thinning` says: from so many tokens on, these bits are 0; the longest texts first. */
export function thinningOf(parameters: Parameters): number[] {
  return THINNED.flatMap(({ tokens }) => [tokens, thinning(tokens, parameters)]);
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

/** Which runs of one text are hot. */
class HotRuns {
  private hot = new Uint8Array(1024);

  constructor(private readonly commonness: Commonness) {}

  /** Reads the runs of the text that the list read last. */
  read(list: SpacedSeeds): void {
    const { starts } = list;
    if (starts > this.hot.length) this.hot = new Uint8Array(2 * starts);
    for (let at = 0; at < starts; at++) this.hot[at] = this.commonness.isHot(list.keyOf(at)) ? 1 : 0;
  }

  /** True if the run that begins at this token of the text is. */
  isHot(at: number): boolean {
    return this.hot[at] === 1;
  }
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

  get list(): SeedList {
    return seedList(this.hashes, this.tokens, this.count);
  }

  hash(at: number): number {
    return this.hashes[at]!;
  }

  token(at: number): number {
    return this.tokens[at]!;
  }
}

/** Chooses what one text opens, text after text. */
class Opening {
  private readonly all = new GrowingList();
  private readonly taken = new GrowingList();
  private postings = 0;
  private hot = 0;

  constructor(private readonly commonness: Commonness) {}

  /** What all texts opened. */
  get opened(): SeedList {
    return this.all.list;
  }

  /** @param hot whatever its own count says */
  take(hash: number, token: number, hot = false): void {
    if (hot || this.commonness.isHot(hash)) {
      this.hot++;
      return;
    }
    this.taken.add(hash, token);
    this.postings += this.commonness.postings(hash);
  }

  /** Opens what was taken, the rarest first, as far as `most` postings go; returns how many it leaves closed. */
  open(most: number): number {
    const closed = this.hot + (this.postings <= most ? this.openAll() : this.openRarest(most));
    this.taken.count = 0;
    this.postings = 0;
    this.hot = 0;
    return closed;
  }

  private openAll(): number {
    const { taken, all } = this;
    for (let at = 0; at < taken.count; at++) all.add(taken.hash(at), taken.token(at));
    return 0;
  }

  private openRarest(most: number): number {
    const { taken, all } = this;
    const order = Array.from({ length: taken.count }, (_, at) => ({
      hash: taken.hash(at),
      token: taken.token(at),
      postings: this.commonness.postings(taken.hash(at)),
    })).sort((a, b) => a.postings - b.postings || a.hash - b.hash || a.token - b.token);
    let opened = 0;
    let closed = 0;
    for (const { hash, token, postings } of order) {
      opened += postings;
      if (opened <= most) all.add(hash, token);
      else closed++;
    }
    return closed;
  }
}
