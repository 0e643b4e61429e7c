// Where runs end: the shortest ones from a token on that weigh so much.
import { evidenceOf, printAt, setWord } from './words';

/** No token. */
export const NONE: u32 = u32.MAX_VALUE;

/** Where the shortest run from there on with so much evidence ends; `NONE` if it does not before token `to`. */
export function runEndIn(prints: usize, from: u32, to: u32, halves: u32): u32 {
  let end = from;
  for (let weight: u32 = 0; weight < halves; end++) {
    if (end >= to) return NONE;
    weight += evidenceOf(printAt(prints, end));
  }
  return end;
}

/** Where the shortest runs of so much evidence end, into `ends`; returns how many tokens begin one. */
export function runEnds(prints: usize, tokens: u32, halves: u32, ends: usize): u32 {
  let weight: u32 = 0;
  let end: u32 = 0;
  let starts: u32 = 0;
  for (let at: u32 = 0; at < tokens; at++) {
    while (end < tokens && weight < halves) weight += evidenceOf(printAt(prints, end++));
    if (weight < halves) break;
    setWord(ends, starts++, end);
    weight -= evidenceOf(printAt(prints, at));
  }
  return starts;
}
