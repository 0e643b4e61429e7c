// Seed tables, which `core/index/seedTable.ts` describes.
import { filterBits } from './hashes';
import { setWord, wordAt } from './words';

@unmanaged
export class SeedTable {
  entries: usize;
  length: u32;
  tags: u32;
  buckets: usize;
  shift: u32;
  filter: usize;
  filterShift: u32;
}

/** The word of a hash in the filter: upper bits choose its line, lower ones the word in it, so that seeds of one run have one line. */
export function filterWord(hash: u32, shift: u32): u32 {
  return ((hash >> shift) << 4) | ((hash >> 1) & 15);
}

/** Counts so many hashes, those of a bucket two buckets on. */
export function countSeeds(table: SeedTable, hashes: usize, count: u32): void {
  const buckets = table.buckets;
  const shift = table.shift;
  for (let at: u32 = 0; at < count; at++) {
    const counter = (wordAt(hashes, at) >> shift) + 2;
    setWord(buckets, counter, wordAt(buckets, counter) + 1);
  }
}

/** Places the buckets [from, to), whose hashes are counted, from an entry on, each one bucket on; returns where they end. */
export function placeBuckets(table: SeedTable, from: u32, to: u32, entry: u32): u32 {
  const buckets = table.buckets;
  let next = entry;
  for (let bucket = from; bucket < to; bucket++) {
    const counted = wordAt(buckets, bucket + 2);
    setWord(buckets, bucket + 1, next);
    next += counted;
  }
  return next;
}

/** Puts so many hashes into their buckets, which are placed, and into the filter; their tokens count from `first`. */
export function enterSeeds(table: SeedTable, hashes: usize, tokens: usize, count: u32, first: u32): void {
  const buckets = table.buckets;
  const entries = table.entries;
  const tags = table.tags;
  const shift = table.shift;
  const tagShift: u32 = 32 - shift;
  const filter = table.filter;
  const filterShift = table.filterShift;
  for (let at: u32 = 0; at < count; at++) {
    const hash = wordAt(hashes, at);
    const bucket = (hash >> shift) + 1;
    const place = wordAt(buckets, bucket);
    setWord(buckets, bucket, place + 1);
    setWord(entries, place, ((hash << tagShift) & tags) | (first + wordAt(tokens, at)));
    const word = filterWord(hash, filterShift);
    setWord(filter, word, wordAt(filter, word) | filterBits(hash));
  }
}
