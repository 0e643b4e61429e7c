/**
 * The suspects' side of the join: a block of distinct suspect texts with the seeds that propose for them. Originals
 * stream past it.
 */
import type { Parameters } from '../../shared/run.js';
import type { Prints } from './fingerprint.js';
import { Commonness, type Frequencies } from './frequencies.js';
import { SeedTableBuilder, type SeedTable } from './seedTable.js';
import { seedHalves, shingleHash, SpacedSeeds } from './spacedSeeds.js';
import { widened } from './widened.js';

/**
 * How many postings one suspect text may open, rarest seeds first, and more for texts of more than so many tokens. It
 * bounds the work of a suspect whatever the originals hold, and depends on no other suspect.
 */
const POSTINGS = { most: 16_384, tokens: 100 };

/** Texts of at most so many distinct shingles may be near-duplicates that have no spaced seed in common. */
export const SHORT = 32;

/** Of longer texts every second seed is enough, of the longest every fourth: what is reported shares dozens. */
const THINNED = [
  { tokens: 320, step: 4 },
  { tokens: 96, step: 2 },
] as const;
/** … if a reported pair shares so many tokens; where it may share fewer, twice as many seeds are kept. */
const THINNED_FROM = 18;

/** Everything that threads need to propose for a block; made of shared memory. */
export interface BlockData {
  /** Distinct suspect texts. */
  readonly texts: number;
  /** Prints of text i: [starts[i], starts[i + 1]). */
  readonly starts: Uint32Array;
  readonly prints: Prints;
  /** The text that token 64 · i belongs to. */
  readonly textAt: Uint32Array;
  /** Distinct shingles of each text that has few of them, else 0. */
  readonly short: Uint32Array;
  /** Spaced seeds; tokens are those they begin at. */
  readonly seeds: SeedTable;
  /** Shingles of short texts. */
  readonly shingles: SeedTable;
}

export interface PlannedBlock {
  readonly data: BlockData;
  /** Per text: seeds so common among the originals that they propose nothing. */
  readonly hot: Uint32Array;
}

/** Makes the block of these texts. */
export function makeBlock(
  texts: readonly Prints[],
  frequencies: Frequencies,
  parameters: Parameters,
): PlannedBlock {
  const tokens = texts.reduce((sum, prints) => sum + prints.length, 0);
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (texts.length + 1)));
  const prints = new Uint16Array(new SharedArrayBuffer(2 * tokens));
  const textAt = new Uint32Array(new SharedArrayBuffer(4 * ((tokens >> 6) + 1)));
  const short = new Uint32Array(new SharedArrayBuffer(4 * texts.length));
  const hot = new Uint32Array(texts.length);
  const { shingleSize } = parameters;
  const list = new SpacedSeeds(seedHalves(parameters));
  const commonness = new Commonness(frequencies, parameters);
  const seeds = new Opening(commonness);
  const shingles = new Opening(commonness);
  let at = 0;
  texts.forEach((text, number) => {
    starts[number] = at;
    prints.set(text, at);
    for (let mark = (at + 63) >> 6; mark << 6 < at + text.length; mark++) textAt[mark] = number;
    const postings = POSTINGS.most * Math.max(1, text.length / POSTINGS.tokens);
    const mask = stepOf(text.length, parameters) - 1;
    list.clear();
    list.read(text, 0, text.length);
    for (let seed = 0; seed < list.count; seed++) {
      const hash = list.hashes[seed]!;
      if ((hash & mask) === 0) seeds.take(hash, at + list.places[seed]!);
    }
    hot[number] = seeds.open(postings);
    short[number] = fewShingles(text, shingleSize);
    if (short[number] > 0) {
      for (let place = 0; place + shingleSize <= text.length; place++)
        shingles.take(shingleHash(text, place, shingleSize), at + place);
      shingles.open(postings);
    }
    at += text.length;
  });
  starts[texts.length] = at;
  const tables = { seeds: seeds.table.finish(), shingles: shingles.table.finish() };
  return { data: { texts: texts.length, starts, prints, textAt, short, ...tables }, hot };
}

/** The text that a token of the block belongs to. */
export function textOf({ textAt, starts }: BlockData, token: number): number {
  let text = textAt[token >> 6]!;
  while (starts[text + 1]! <= token) text++;
  return text;
}

function stepOf(tokens: number, { passageToll, reportFrom }: Parameters): number {
  const step = THINNED.find((one) => tokens >= one.tokens)?.step ?? 1;
  // Where less is reported, less is shared.
  return passageToll + reportFrom < THINNED_FROM ? Math.max(1, step / 2) : step;
}

/** Distinct shingles if there are few, else 0. */
function fewShingles(prints: Prints, size: number): number {
  const seen = new Set<number>();
  for (let at = 0; at + size <= prints.length; at++) {
    seen.add(shingleHash(prints, at, size));
    if (seen.size > SHORT) return 0;
  }
  return seen.size;
}

/** Chooses what one text opens of a table, text after text. */
class Opening {
  readonly table = new SeedTableBuilder();
  private hashes = new Uint32Array(1024);
  private tokens = new Uint32Array(1024);
  private taken = 0;
  private postings = 0;
  private hot = 0;

  constructor(private readonly commonness: Commonness) {}

  take(hash: number, token: number): void {
    if (this.commonness.isHot(hash)) {
      this.hot++;
      return;
    }
    if (this.taken === this.hashes.length) {
      this.hashes = widened(this.hashes);
      this.tokens = widened(this.tokens);
    }
    this.hashes[this.taken] = hash;
    this.tokens[this.taken++] = token;
    this.postings += this.commonness.postings(hash);
  }

  /** Opens what was taken, the rarest first, as far as `most` postings go; returns how many it leaves closed. */
  open(most: number): number {
    const closed = this.hot + (this.postings <= most ? this.openAll() : this.openRarest(most));
    this.taken = 0;
    this.postings = 0;
    this.hot = 0;
    return closed;
  }

  private openAll(): number {
    for (let at = 0; at < this.taken; at++) this.table.add(this.hashes[at]!, this.tokens[at]!);
    return 0;
  }

  private openRarest(most: number): number {
    const order = Array.from(this.hashes.subarray(0, this.taken), (hash, at) => ({
      hash,
      token: this.tokens[at]!,
      postings: this.commonness.postings(hash),
    })).sort((a, b) => a.postings - b.postings || a.hash - b.hash || a.token - b.token);
    let opened = 0;
    let closed = 0;
    for (const { hash, token, postings } of order) {
      opened += postings;
      if (opened <= most) this.table.add(hash, token);
      else closed++;
    }
    return closed;
  }
}
