// Distinct words of a text (`core/index/distinctWords.ts`).
import { printAt } from './words';

/** Distinct words among so many prints, no further than one more than `most`; `seen` has per word the text that had it last. */
export function countDistinct(
  prints: usize,
  tokens: u32,
  most: u32,
  shift: u32,
  seen: usize,
  text: u32,
): u32 {
  let distinct: u32 = 0;
  for (let at: u32 = 0; at < tokens && distinct <= most; at++) {
    const word = seen + ((<usize>(printAt(prints, at) >> shift)) << 1);
    // Counted and written without a branch, which would be guessed wrong too often.
    distinct += <u32>(load<u16>(word) !== <u16>text);
    store<u16>(word, <u16>text);
  }
  return distinct;
}
