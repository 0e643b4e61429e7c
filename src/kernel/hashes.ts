// Hashes of runs and seeds. `core/index` makes tables and filters with the same ones; a test compares them.
import { printAt } from './words';

const SPREAD: u32 = 0x9e3779b1;
/** Where the bit of a run lies that tells whether it is odd. */
const ODD: u32 = 11;

/** 1 for an odd run, else 0. */
export function oddBit(run: u32): u32 {
  return (run >> ODD) & 1;
}

/** The hash of some tokens, and of one more behind them. */
export function extended(hash: u32, print: u32): u32 {
  return ((hash + print) * SPREAD) ^ (hash >> 15);
}

/** The hash of so many consecutive tokens. */
export function runHash(prints: usize, from: u32, length: u32): u32 {
  let hash = length;
  for (let at = from; at < from + length; at++) hash = extended(hash, printAt(prints, at));
  return hash;
}

/** The hash of the seed of two runs: its upper half and its lowest bit are the first run's. */
export function seedHash(first: u32, second: u32): u32 {
  return (first & 0xffff0000) | (mixed(first * 0x27d4eb2f + second) & 0xfffe) | oddBit(first);
}

/** 1 if the word of a filter has both bits of the hash, else 0. */
export function hasBits(word: u32, hash: u32): u32 {
  const bits = hash * SPREAD;
  return (word >> (bits >> 27)) & (word >> ((bits >> 22) & 31)) & 1;
}

/** Spreads a hash over all its bits; never 0. */
export function mixed(hash: u32): u32 {
  let bits = hash ^ (hash >> 15);
  bits *= 0x2c1b3c6d;
  bits ^= bits >> 12;
  bits *= 0x297a2d39;
  bits ^= bits >> 15;
  return bits === 0 ? 1 : bits;
}
