/** The seeds that suspect texts open: those that look for originals. */
import type { Parameters } from '../../shared/run.js';
import type { Prints } from './fingerprint.js';
import type { Kernel } from '../kernel/kernel.js';
import { Commonness, type Frequencies } from './frequencies.js';
import { shingleHash } from './runs.js';
import { seedList, type SeedList } from './seedList.js';
import { TakenSeeds, type Seeds } from './takenSeeds.js';

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
  const seeds = new TakenSeeds(kernel, frequencies, parameters);
  const shingles: number[] = [];
  const tokens: number[] = [];
  for (let text = 0; text < texts; text++) {
    const from = starts[text]!;
    const to = starts[text + 1]!;
    const postings = POSTINGS.most * Math.max(1, (to - from) / POSTINGS.tokens);
    seeds.read(prints, from, to);
    hot[text] = seeds.hot;
    if (seeds.postings > postings) hot[text]! += seeds.keep(rarest(seeds.last, postings, commonness));
    const few = fewShingles(prints, from, to, shingleSize);
    short[text] = few;
    if (few > 0) {
      const taken = takenShingles(prints, from, to, shingleSize, commonness);
      const opened = taken.postings > postings ? rarest(taken, postings, commonness) : taken;
      hot[text]! += taken.hot + taken.hashes.length - opened.hashes.length;
      shingles.push(...opened.hashes);
      tokens.push(...opened.tokens);
    }
  }
  const ofShingles = seedList(Uint32Array.from(shingles), Uint32Array.from(tokens));
  return { seeds: seeds.all, shingles: ofShingles, short, hot };
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

/** As many of the seeds as `most` postings go, the rarest first. */
function rarest({ hashes, tokens }: Seeds, most: number, commonness: Commonness): Seeds {
  const order = Array.from(hashes, (hash, at) => ({
    hash,
    token: tokens[at]!,
    postings: commonness.postings(hash),
  })).sort((a, b) => a.postings - b.postings || a.hash - b.hash || a.token - b.token);
  let opened = 0;
  const kept = order.filter(({ postings }) => (opened += postings) <= most);
  return {
    hashes: Uint32Array.from(kept, ({ hash }) => hash),
    tokens: Uint32Array.from(kept, ({ token }) => token),
  };
}

/** The shingles of prints [from, to), one text, that are not hot; and how many are. */
function takenShingles(
  prints: Prints,
  from: number,
  to: number,
  size: number,
  commonness: Commonness,
): Seeds & { readonly postings: number; readonly hot: number } {
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
  return { hashes: Uint32Array.from(hashes), tokens: Uint32Array.from(tokens), postings, hot };
}
