import type { Tokens } from '../text/tokens.js';

/** Prompts that share less than this part of their distinct words are different questions. */
const SAME = 0.5;

/**
 * True if two prompts, of the same vocabulary, are there and ask something else: their distinct tokens have a Jaccard
 * below a half. A text that answers many prompts, as a refusal does, comes to that by itself.
 */
export function isOtherPrompt(suspect: Tokens, original: Tokens): boolean {
  const mine = new Set(suspect.ids.subarray(0, suspect.count));
  const theirs = new Set(original.ids.subarray(0, original.count));
  if (mine.size === 0 || theirs.size === 0) return false;
  let shared = 0;
  for (const id of mine) if (theirs.has(id)) shared++;
  return shared < SAME * (mine.size + theirs.size - shared);
}
