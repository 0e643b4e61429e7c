// The seeds that a text opens (`core/index/openedSeeds.ts`), of those that `seeds.ts` made of it.
import { mixed } from './hashes';
import { SeedList } from './seeds';
import { setWord, wordAt } from './words';

/** How common seeds are (`core/index/frequencies.ts`). */
@unmanaged
class Frequencies {
  /** Of two bytes each. */
  counts: usize;
  /** One bit a counter. */
  common: usize;
  /** Counters, a power of two, less one. */
  mask: u32;
  /** A seed that was counted more often is hot. */
  hot: u32;
  /** Counts up to this say nothing. */
  noise: u32;
  /** Of how many originals one was counted. */
  share: u32;
}

/** What is opened by one text after the other. */
@unmanaged
class Opened {
  count: u32;
  hashes: usize;
  tokens: usize;
  /** Seeds of the last text that are too common. */
  hot: u32;
  /** Room for a byte per run of the text: whether it is hot. */
  hotRuns: usize;
}

/**
 * Adds the seeds of the text that was read last, alone in the list, whose first token lies at `place`: those with none
 * of the bits of `mask` that neither are hot nor have a hot run. Returns about how many postings they have.
 */
export function takeSeeds(
  list: SeedList,
  place: u32,
  mask: u32,
  seeds: Frequencies,
  opened: Opened,
  told: u32,
): f64 {
  const hotRuns = opened.hotRuns;
  for (let at: u32 = 0; at < list.starts; at++)
    store<u8>(hotRuns + at, isHot(seeds, mixed(wordAt(list.runs, at))) ? 1 : 0);
  let count = opened.count;
  let hot: u32 = 0;
  let postings: f64 = 0;
  for (let seed: u32 = 0; seed < list.count; seed++) {
    const hash = wordAt(list.hashes, seed);
    if ((hash & mask) !== 0 || hasTwin(list, seed, told)) continue;
    const token = wordAt(list.places, seed);
    const counted = countOf(seeds, hash);
    // At the edge of a text that many share, what stands beside it makes seeds that are rare by themselves.
    const besideHot =
      load<u8>(hotRuns + token - place) + load<u8>(hotRuns + wordAt(list.seconds, seed) - place) > 0;
    if (besideHot || counted > seeds.hot) {
      hot++;
      continue;
    }
    setWord(opened.hashes, count, hash);
    setWord(opened.tokens, count++, token);
    if (counted > seeds.noise) postings += <f64>counted * <f64>seeds.share;
  }
  opened.count = count;
  opened.hot = hot;
  return postings;
}

/**
 * True if a table may take the seed for another that begins at the same place. With one of them closed, what else is in
 * the table would decide whether the other is taken for it, so that neither is opened.
 */
function hasTwin(list: SeedList, seed: u32, told: u32): bool {
  const hash = wordAt(list.hashes, seed);
  const place = wordAt(list.places, seed);
  for (let other = seed; other > 0 && wordAt(list.places, other - 1) === place; other--)
    if (areTwins(hash, wordAt(list.hashes, other - 1), told)) return true;
  for (let other = seed + 1; other < list.count && wordAt(list.places, other) === place; other++)
    if (areTwins(hash, wordAt(list.hashes, other), told)) return true;
  return false;
}

function areTwins(hash: u32, other: u32, told: u32): bool {
  return hash !== other && (hash ^ other) >> (32 - told) === 0;
}

function isHot(seeds: Frequencies, hash: u32): bool {
  return countOf(seeds, hash) > seeds.hot;
}

/** How often the seed was counted; 0 unless it is common. */
function countOf(seeds: Frequencies, hash: u32): u32 {
  const counter = hash & seeds.mask;
  const isCommon = ((wordAt(seeds.common, counter >> 5) >> (counter & 31)) & 1) !== 0;
  return isCommon ? load<u16>(seeds.counts + ((<usize>counter) << 1)) : 0;
}
