/**
 * The suspects' side of the join: a block of distinct suspect texts with the windows they hold. Originals stream
 * past it twice: first every window is counted over all originals, then the rare ones propose.
 */
import type { Parameters } from '../../shared/run.js';
import type { Prints } from './fingerprint.js';
import { insert, Lists, makeTable, shared, type TableData } from './hashTable.js';
import { joinedHash, WindowList } from './windows.js';

/**
 * How many postings one suspect text may open by its windows, rarest first: a share of the originals, within bounds,
 * and more for texts of more than so many tokens.
 * It bounds the work of a suspect whatever the originals hold, and depends on no other suspect. Where a text holds
 * more, its long windows propose as well, unless they are hot.
 */
const POSTINGS = { share: 1 / 32, least: 2048, most: 32_768, tokens: 100 };

/** Everything that threads need to propose for a block; made of shared memory. */
export interface BlockData {
  /** Distinct suspect texts. */
  readonly texts: number;
  /** Windows of text i: [starts[i], starts[i + 1]) of the columns below. */
  readonly starts: Uint32Array;
  readonly hashes: Uint32Array;
  /** Where each window begins and ends in its text, in half tokens. */
  readonly begins: Uint32Array;
  readonly ends: Uint32Array;
  /** Tokens of each window. */
  readonly lengths: Uint8Array;
  readonly mixed: Uint8Array;
  /** Hits from which on a text is looked at: 1 where it is too short to be reported, else 2. */
  readonly needed: Uint8Array;
  /** The text of each window. */
  readonly textOf: Uint32Array;
  /** Distinct windows of each text. */
  readonly distinct: Uint32Array;
  readonly short: TableData;
  readonly long: TableData;
}

/** What is known of a block once its windows were counted. */
export interface Plan {
  /** Per text: windows so common among the originals that they propose nothing. */
  readonly hot: Uint32Array;
}

/** Makes the block of these texts. */
export function makeBlock(texts: readonly Prints[], parameters: Parameters): BlockData {
  const list = new WindowList(windowHalves(parameters));
  const total = texts.reduce((sum, prints) => sum + prints.length, 0);
  const starts = new Uint32Array(shared(texts.length + 1));
  const hashes = new Uint32Array(shared(total));
  const begins = new Uint32Array(shared(total));
  const ends = new Uint32Array(shared(total));
  const textOf = new Uint32Array(shared(total));
  const lengths = new Uint8Array(new SharedArrayBuffer(total));
  const mixed = new Uint8Array(new SharedArrayBuffer(texts.length));
  const needed = new Uint8Array(new SharedArrayBuffer(texts.length));
  const distinct = new Uint32Array(shared(texts.length));
  const short = makeTable(total);
  const long = makeTable(total);
  const reportable = 2 * (parameters.passageToll + parameters.reportFrom);
  let at = 0;
  texts.forEach((prints, text) => {
    list.read(prints, 0, prints.length);
    starts[text] = at;
    mixed[text] = list.mixed ? 1 : 0;
    let weight = 0;
    let end = 0;
    let reached = 0;
    for (let window = 0; window < list.count; window++, at++) {
      for (const stop = window + list.lengths[window]!; end < stop; end++) reached += 2 - (prints[end]! & 1);
      hashes[at] = list.hashes[window]!;
      textOf[at] = text;
      lengths[at] = list.lengths[window]!;
      begins[at] = weight;
      ends[at] = reached;
      weight += 2 - (prints[window]! & 1);
      insert(short.keys, hashes[at]!);
      const joined = list.long(window);
      if (joined !== 0) insert(long.keys, joined);
    }
    needed[text] = reached < reportable || reportable < 12 ? 1 : 2;
    distinct[text] = new Set(hashes.subarray(starts[text], at)).size;
  });
  starts[texts.length] = at;
  return {
    texts: texts.length,
    starts,
    hashes,
    begins,
    ends,
    lengths,
    mixed,
    needed,
    textOf,
    distinct,
    short,
    long,
  };
}

/** Weight of a window for these parameters, in half tokens: that of the shortest seed. */
export function windowHalves(parameters: Parameters): number {
  return Math.max(1, Math.round(2 * parameters.seedTokens));
}

/** Decides, from the counts over all originals, which windows of each text propose, and lists them in the block. */
export function planBlock(block: BlockData, originals: number, parameters: Parameters): Plan {
  const { short, long } = block;
  const hot = new Uint32Array(block.texts);
  const common = Math.max(parameters.hotShare * originals, parameters.hotMinimum - 1);
  const most = Math.min(POSTINGS.most, Math.max(POSTINGS.least, originals * POSTINGS.share));
  const shortLists = new Lists();
  const longLists = new Lists();
  for (let text = 0; text < block.texts; text++) {
    const first = block.starts[text]!;
    const places = block.hashes.subarray(first, block.starts[text + 1]).slice();
    for (let at = 0; at < places.length; at++) places[at] = insert(short.keys, places[at]!);
    const opened = cheapest(short, places, most * Math.max(1, places.length / POSTINGS.tokens));
    const rest: number[] = [];
    for (let at = 0; at < places.length; at++) {
      if (opened.has(places[at]!)) {
        if (short.counts[places[at]!]! > 0) shortLists.add(places[at]!, first + at);
      } else rest.push(at);
    }
    const joined = rest.map((at) => longOf(block, first + at, block.starts[text + 1]!));
    const longPlaces = joined.map((hash) => (hash === 0 ? -1 : insert(long.keys, hash)));
    rest.forEach((at, number) => {
      const place = longPlaces[number]!;
      if (place < 0 || long.counts[place]! > common) hot[text]!++;
      else if (long.counts[place]! > 0) longLists.add(place, first + at);
    });
  }
  shortLists.into(short);
  longLists.into(long);
  return { hot };
}

/** The distinct places of the lowest counts, as far as the postings of one text go; ties by hash. */
function cheapest({ counts, keys }: TableData, places: Iterable<number>, most: number): Set<number> {
  const distinct = [...new Set(places)].sort((a, b) => counts[a]! - counts[b]! || keys[a]! - keys[b]!);
  let postings = 0;
  let end = 0;
  while (end < distinct.length && (postings += counts[distinct[end]!]!) <= most) end++;
  return new Set(distinct.slice(0, end));
}

function longOf(block: BlockData, at: number, end: number): number {
  const next = at + block.lengths[at]!;
  return next < end ? joinedHash(block.hashes[at]!, block.hashes[next]!) : 0;
}
