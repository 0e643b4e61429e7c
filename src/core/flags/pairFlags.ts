import type { Flag } from '../../shared/flag.js';
import type { Kind, Passage } from '../../shared/match.js';
import type { Prepared } from '../match/prepare.js';
import { isOtherPrompt } from './changedPrompt.js';
import type { FlaggedPair } from './flaggedPair.js';
import { isQuoted } from './quoted.js';
import { isReordered } from './reordered.js';
import { isStrippedOfMarkdown } from './strippedMarkdown.js';
import { hasSwappedNames, namesWith } from './swappedNames.js';
import { isTruncated } from './truncated.js';

const NONE: readonly Flag[] = [];

/**
 * Flags of a kept pair, in the order of FLAGS. Signs of disguise are what the suspect has more of than its original,
 * since an original may hold such letters itself; all others are of reported pairs, and of the passages that pay their toll.
 *
 * @param passages all of the pair, in the suspect's order
 */
export function pairFlags(
  suspect: Prepared,
  original: Prepared,
  {
    kind,
    reported,
    passages,
    toll,
    names,
  }: {
    readonly kind: Kind;
    readonly reported: boolean;
    readonly passages: readonly Passage[];
    readonly toll: number;
    /** Beside those of the list. */
    readonly names: readonly string[] | undefined;
  },
): readonly Flag[] {
  const paying = passages.filter(({ score }) => score > toll);
  const pair: FlaggedPair = { suspect: suspect.text, original: original.text, passages: paying };
  const flags: Flag[] = [];
  const flag = (name: Flag, holds: boolean): void => {
    if (holds) flags.push(name);
  };
  flag('homoglyphs', suspect.folded > original.folded);
  flag('zero-width characters', suspect.stripped > original.stripped);
  if (reported) {
    flag('names swapped', hasSwappedNames(pair, namesWith(names)));
    flag('paragraphs reordered', isReordered(paying));
    flag('prompt changed', kind !== 'partial' && isOtherPrompt(suspect.promptTokens, original.promptTokens));
    flag('Markdown stripped', isStrippedOfMarkdown(pair));
    flag('truncated', isTruncated(pair));
    flag('third source', isQuoted(pair));
  }
  return flags.length === 0 ? NONE : flags;
}
