import type { Explained } from '../../shared/match.js';
import type { Tokens } from '../text/tokens.js';
import type { Windows } from './windows.js';

/** For every token why it counts nothing: 1 + the place of the reason in {@link REASONS}; 0 if it counts. */
export type Mask = Uint8Array;

export type Reason = Explained['reason'];

const REASONS: readonly Reason[] = ['control', 'common', 'template', 'prompt', 'manual'];

/**
 * Marks the tokens of `text` in runs shared with `other` that weigh at least the windows' weight. Linear: such runs
 * are exactly the union of shared windows, and each distinct window of the other text is marked once. A reason given
 * later replaces an earlier one.
 */
export function markShared(text: Windows, other: Windows, mask: Mask, reason: Reason): void {
  if (text.count === 0) return;
  const code = 1 + REASONS.indexOf(reason);
  const done = new Set<number>();
  for (let at = 0; at < other.count; at++) {
    const head = text.find(other, at);
    if (head < 0 || done.has(head)) continue;
    done.add(head);
    for (let place = head; place >= 0; place = text.after(place))
      mask.fill(code, place, place + text.lengths[place]!);
  }
}

/** The marked tokens as spans of the source, neighbours of one reason joined. */
export function explainedSpans(mask: Mask, tokens: Tokens, side: Explained['side']): Explained[] {
  const spans: Explained[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const code = mask[at]!;
    if (code === 0) continue;
    const first = at;
    while (at + 1 < tokens.count && mask[at + 1] === code) at++;
    spans.push({ side, start: tokens.starts[first]!, end: tokens.ends[at]!, reason: REASONS[code - 1]! });
  }
  return spans;
}
