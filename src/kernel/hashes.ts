// Hashes of runs and seeds. `core/index` makes tables and filters with the same ones; a test compares them.
import { printAt } from './words';

const SPREAD: u32 = 0x9e3779b1;
const TOGETHER: u32 = 0x27d4eb2f;
const MIX: u32 = 0x2c1b3c6d;
const MIX_MORE: u32 = 0x297a2d39;
/** Where the bit of a run lies that tells whether it is odd: below those that choose its word in a filter of any size, which would else be half empty. */
export const ODD: u32 = 11;

/**
 * 1 for an odd run, else 0. Texts that keep every second seed keep those of even runs, so that a filter of runs holds
 * fewer of them and turns more places of an original away.
 */
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

/** The hashes of the runs of so many tokens that begin at four neighbouring ones. */
export function runHashes(prints: usize, from: u32, length: u32): v128 {
  let hashes = i32x4.splat(length);
  const end = prints + ((<usize>(from + length)) << 1);
  for (let at = prints + ((<usize>from) << 1); at < end; at += 2) {
    const more = i32x4.mul(i32x4.add(hashes, v128.load_ext<u16>(at)), i32x4.splat(SPREAD));
    hashes = v128.xor(more, i32x4.shr_u(hashes, 15));
  }
  return hashes;
}

/** The hash of the seed of two runs: its upper half and its lowest bit are the first run's. */
export function seedHash(first: u32, second: u32): u32 {
  return (first & 0xffff0000) | (mixed(first * TOGETHER + second) & 0xfffe) | oddBit(first);
}

/** The hashes of the seeds of one run with four others. */
export function seedHashes(first: u32, seconds: v128): v128 {
  let bits = i32x4.add(i32x4.splat(first * TOGETHER), seconds);
  bits = i32x4.mul(v128.xor(bits, i32x4.shr_u(bits, 15)), i32x4.splat(MIX));
  bits = i32x4.mul(v128.xor(bits, i32x4.shr_u(bits, 12)), i32x4.splat(MIX_MORE));
  bits = v128.xor(bits, i32x4.shr_u(bits, 15));
  return v128.or(v128.and(bits, i32x4.splat(0xfffe)), i32x4.splat((first & 0xffff0000) | oddBit(first)));
}

/** The two bits of a hash in its word of a filter: of a product, since the hash's upper bits choose the word. */
export function filterBits(hash: u32): u32 {
  const bits = hash * SPREAD;
  return (1 << (bits >> 27)) | (1 << ((bits >> 22) & 31));
}

/** 1 if the word of a filter has both bits of the hash, else 0. */
export function hasBits(word: u32, hash: u32): u32 {
  const bits = hash * SPREAD;
  return (word >> (bits >> 27)) & (word >> ((bits >> 22) & 31)) & 1;
}

/** Spreads a hash over all its bits; never 0. */
export function mixed(hash: u32): u32 {
  let bits = hash ^ (hash >> 15);
  bits *= MIX;
  bits ^= bits >> 12;
  bits *= MIX_MORE;
  bits ^= bits >> 15;
  return bits === 0 ? 1 : bits;
}
