// Of the entries that were found, those of texts that an original shares enough seeds with (`core/index/sharedSeeds.ts`).
import { runHash, seedHash } from './hashes';
import { Found } from './lookup';
import { NONE, runEndIn } from './runs';
import { SeedList, SPACE } from './seeds';
import { evidenceOf, isOperator, printAt, setWord, wordAt } from './words';

/** The texts of a block (`core/index/suspectBlock.ts`). */
@unmanaged
class Texts {
  prints: usize;
  starts: usize;
  /** The text that token 64 · i belongs to. */
  textAt: usize;
}

/** What a text has to share, and which of its seeds it opens. */
@unmanaged
class Rules {
  /** Seeds that an original has to share with a text. */
  enough: u32;
  /** Least evidence of a run, in half tokens. */
  halves: u32;
  /** Texts of so many tokens open no seed that has one of these bits … */
  long: u32;
  longMask: u32;
  /** … and shorter ones of so many none that has one of these. */
  middle: u32;
  middleMask: u32;
}

/** Room: per text of the block its seeds that were met so far, per entry its text, and the entries that are chosen. */
@unmanaged
class Room {
  hits: usize;
  trueHits: usize;
  met: usize;
  chosen: usize;
}

/**
 * Chooses, for each of so many originals, the entries of texts that it shares enough seeds with; the seeds of
 * original i are [bounds[i], bounds[i + 1]). Returns how many are chosen.
 */
export function choose(
  found: Found,
  seeds: SeedList,
  bounds: usize,
  originals: u32,
  texts: Texts,
  rules: Rules,
  room: Room,
): u32 {
  let chosen: u32 = 0;
  let from: u32 = 0;
  for (let original: u32 = 0; original < originals; original++) {
    const end = wordAt(bounds, original + 1);
    let to = from;
    while (to < found.count && wordAt(found.offered, to) < end) to++;
    if (to - from >= rules.enough) chosen = chooseAmong(found, seeds, from, to, texts, rules, room, chosen);
    from = to;
  }
  return chosen;
}

/** Chooses among entries [from, to), all of one original. */
function chooseAmong(
  found: Found,
  seeds: SeedList,
  from: u32,
  to: u32,
  texts: Texts,
  rules: Rules,
  room: Room,
  chosenSoFar: u32,
): u32 {
  const enough = rules.enough;
  const hits = room.hits;
  const trueHits = room.trueHits;
  const met = room.met;
  let most: u32 = 0;
  for (let at = from; at < to; at++) {
    const text = textOf(texts, wordAt(found.tokens, at));
    setWord(met, at - from, text);
    const times = <u32>load<u8>(hits + text);
    const now = times + (times < enough ? 1 : 0);
    store<u8>(hits + text, <u8>now);
    most = max(most, now);
  }
  let chosen = chosenSoFar;
  if (most === enough) {
    // Looked at from here on: what a table does not tell apart may be no seed of the text.
    for (let at = from; at < to; at++) {
      const text = wordAt(met, at - from);
      const times = <u32>load<u8>(trueHits + text);
      if (load<u8>(hits + text) !== <u8>enough || times === enough) continue;
      if (isSeed(texts, rules, text, wordAt(found.tokens, at), hashAt(found, seeds, at)))
        store<u8>(trueHits + text, <u8>(times + 1));
    }
    for (let at = from; at < to; at++) {
      const text = wordAt(met, at - from);
      if (load<u8>(trueHits + text) === <u8>enough) setWord(room.chosen, chosen++, at);
    }
  }
  for (let at: u32 = 0; at < to - from; at++) {
    const text = wordAt(met, at);
    store<u8>(hits + text, 0);
    store<u8>(trueHits + text, 0);
  }
  return chosen;
}

function hashAt(found: Found, seeds: SeedList, at: u32): u32 {
  return wordAt(seeds.hashes, wordAt(found.offered, at));
}

/** The text that a token of the block belongs to. */
function textOf(texts: Texts, token: u32): u32 {
  let text = wordAt(texts.textAt, token >> 6);
  while (wordAt(texts.starts, text + 1) <= token) text++;
  return text;
}

/** True if the text opens a seed with this hash that begins at the token. */
export function isSeed(texts: Texts, rules: Rules, text: u32, token: u32, hash: u32): bool {
  const end = wordAt(texts.starts, text + 1);
  const tokens = end - wordAt(texts.starts, text);
  if (tokens >= rules.long) {
    if ((hash & rules.longMask) !== 0) return false;
  } else if (tokens >= rules.middle && (hash & rules.middleMask) !== 0) return false;
  return hasSeed(texts.prints, token, end, rules.halves, hash);
}

/** True if a spaced seed with this hash begins at token `at` of prints, in a text that ends before token `end`. */
function hasSeed(prints: usize, at: u32, end: u32, halves: u32, hash: u32): bool {
  const first = runEndIn(prints, at, end, halves);
  if (first === NONE) return false;
  const run = runHash(prints, at, first - at);
  let space: u32 = 0;
  for (let next = first; space <= SPACE; next++) {
    const last = runEndIn(prints, next, end, halves);
    if (last === NONE) return false;
    const print = printAt(prints, next);
    if (!isOperator(print) && seedHash(run, runHash(prints, next, last - next)) === hash) return true;
    space += evidenceOf(print);
  }
  return false;
}
