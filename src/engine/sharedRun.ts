/** The longest run of words that a pair shares, for a hover. */
import type { SharedRun } from '../shared/engineCalls.js';
import type { Match, Seed } from '../shared/match.js';
import type { ResponseTexts } from './responseTexts.js';

/** Returns the longest seed of the match with its text in the suspect; undefined if there is none or the file changed. */
export async function longestSharedRun(match: Match, texts: ResponseTexts): Promise<SharedRun | undefined> {
  let longest: Seed | undefined;
  for (const { seeds } of match.passages)
    for (const seed of seeds) if (!longest || seed.tokens > longest.tokens) longest = seed;
  if (!longest) return undefined;
  const { text, stale } = await texts.at(match.suspect);
  return stale ? undefined : { text: text.slice(...longest.suspect), tokens: longest.tokens };
}
