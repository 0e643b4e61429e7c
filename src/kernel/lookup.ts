/*
 * Looks many hashes up in a seed table at once. Each step goes through all hashes before the next one does, so that the
 * processor waits for memory many times at once instead of one time after the other.
 */
import { hasBits } from './hashes';
import { filterWord, SeedTable } from './seedTable';
import { setWord, wordAt } from './words';

/** Entries found, each with the number of the hash that found it, and room for what passes the filter. */
@unmanaged
export class Found {
  count: u32;
  /** How many there is room for. */
  room: u32;
  tokens: usize;
  offered: usize;
  passed: usize;
  starts: usize;
  ends: usize;
  /** Kept so that the prefetching of entries is not optimised away. */
  prefetched: u32;
}

/** Finds the entries of hashes [from, to), in their order; returns the number of the hash that no room was left for. */
export function find(table: SeedTable, hashes: usize, from: u32, to: u32, found: Found): u32 {
  const passing = filter(table, hashes, from, to, found.passed, found.starts);
  lookUp(table, hashes, passing, found);
  found.prefetched = prefetch(table, passing, found.starts);
  const tags = table.tags;
  const tagShift: u32 = 32 - table.shift;
  const room = found.room;
  const entries = table.entries;
  const tokens = found.tokens;
  const offered = found.offered;
  const passed = found.passed;
  const starts = found.starts;
  const ends = found.ends;
  let count: u32 = 0;
  for (let at: u32 = 0; at < passing; at++) {
    const number = wordAt(passed, at);
    const start = wordAt(starts, at);
    const end = wordAt(ends, at);
    if (count + (end - start) > room) {
      found.count = count;
      return number;
    }
    const tag = (wordAt(hashes, number) << tagShift) & tags;
    for (let place = start; place < end; place++) {
      const entry = wordAt(entries, place);
      if (((entry ^ tag) & tags) !== 0) continue;
      setWord(tokens, count, entry & ~tags);
      setWord(offered, count, number);
      count++;
    }
  }
  found.count = count;
  return to;
}

/** Numbers of the hashes that the table may hold, ascending, into `passed`; returns how many. `held` is room for words. */
function filter(table: SeedTable, hashes: usize, from: u32, to: u32, passed: usize, held: usize): u32 {
  const words = table.filter;
  const shift = table.filterShift;
  for (let at = from; at < to; at++)
    setWord(held, at - from, wordAt(words, filterWord(wordAt(hashes, at), shift)));
  let passing: u32 = 0;
  for (let at = from; at < to; at++) {
    setWord(passed, passing, at);
    passing += hasBits(wordAt(held, at - from), wordAt(hashes, at));
  }
  return passing;
}

/** Where the buckets of the hashes that passed begin and end. */
function lookUp(table: SeedTable, hashes: usize, passing: u32, found: Found): void {
  const shift = table.shift;
  for (let at: u32 = 0; at < passing; at++) {
    const bucket = wordAt(hashes, wordAt(found.passed, at)) >> shift;
    setWord(found.starts, at, wordAt(table.buckets, bucket));
    setWord(found.ends, at, wordAt(table.buckets, bucket + 1));
  }
}

/** Brings the first entry of each bucket into the cache: the loop that compares entries branches, and would wait for each. */
function prefetch(table: SeedTable, passing: u32, starts: usize): u32 {
  if (table.length === 0) return 0;
  const last = table.length - 1;
  let all: u32 = 0;
  for (let at: u32 = 0; at < passing; at++) all ^= wordAt(table.entries, min(wordAt(starts, at), last));
  return all;
}
