/** Runs of consecutive tokens: what they weigh, where they end, and the hashes that they are found by. */
import type { Parameters } from '../../shared/run.js';
import type { Prints } from './fingerprint.js';

/** Weight of a token in half tokens, that of an operator included. */
export function weightOf(print: number): number {
  return 2 - (print & 1);
}

/** What a token weighs as evidence, in half tokens: an operator nothing. */
export function evidenceOf(print: number): number {
  return (print & 2) === 0 ? 2 - (print & 1) : 0;
}

/** Least weight of the runs of a spaced seed, in half tokens: that of the shortest seed of a passage. */
export function seedHalves({ seedTokens }: Parameters): number {
  return Math.max(1, Math.round(2 * seedTokens));
}

/** The hash of so many consecutive tokens, never 0. */
export function shingleHash(prints: Prints, from: number, size: number): number {
  return mixed(runHash(prints, from, size));
}

/** Where the shortest run from there on with so much evidence ends; undefined if it does not before token `to`. */
export function runEndIn(prints: Prints, from: number, to: number, halves: number): number | undefined {
  let end = from;
  for (let weight = 0; weight < halves; end++) {
    if (end >= to) return undefined;
    weight += evidenceOf(prints[end]!);
  }
  return end;
}

/**
 * Where the shortest runs with so much evidence end, of those that begin at each token of the text in prints [from, to):
 * into `ends`, all counted from the text's start. Returns how many tokens begin one.
 */
export function runEnds(prints: Prints, from: number, to: number, halves: number, ends: Uint32Array): number {
  let weight = 0;
  let end = from;
  let starts = 0;
  for (let at = from; at < to; at++) {
    while (end < to && weight < halves) weight += evidenceOf(prints[end++]!);
    if (weight < halves) break;
    ends[starts++] = end - from;
    weight -= evidenceOf(prints[at]!);
  }
  return starts;
}

/** What the run [from, end) is counted under, never 0. */
export function runKey(prints: Prints, from: number, end: number): number {
  return mixed(runHash(prints, from, end - from));
}

/** The hash of so many consecutive tokens. */
export function runHash(prints: Prints, from: number, length: number): number {
  let hash = length;
  for (let at = from; at < from + length; at++)
    hash = Math.imul(hash + prints[at]!, 0x9e3779b1) ^ (hash >>> 15);
  return hash;
}

/** Spreads a hash over all its bits; never 0. */
function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 15);
  bits = Math.imul(bits, 0x2c1b3c6d);
  bits ^= bits >>> 12;
  bits = Math.imul(bits, 0x297a2d39);
  bits ^= bits >>> 15;
  return bits >>> 0 || 1;
}
