import type { Explained } from '../../shared/match.js';
import type { Tokens } from '../text/tokens.js';
import type { Windows } from './windows.js';

/** 1 for every token that counts nothing. */
export type Mask = Uint8Array;

/**
 * Marks the tokens of `text` in runs shared with `prompt` that weigh at least the windows' weight. Linear: such runs
 * are exactly the union of shared windows, and each distinct window of the prompt is marked once.
 */
export function markShared(text: Windows, prompt: Windows, mask: Mask): void {
  if (text.count === 0) return;
  const done = new Set<number>();
  for (let at = 0; at < prompt.count; at++) {
    const head = text.find(prompt, at);
    if (head < 0 || done.has(head)) continue;
    done.add(head);
    for (let place = head; place >= 0; place = text.after(place))
      mask.fill(1, place, place + text.lengths[place]!);
  }
}

/** The marked tokens as spans of the source, neighbours joined. */
export function explainedSpans(mask: Mask, tokens: Tokens, side: Explained['side']): Explained[] {
  const spans: Explained[] = [];
  for (let at = 0; at < tokens.count; at++) {
    if (mask[at] === 0) continue;
    const first = at;
    while (at + 1 < tokens.count && mask[at + 1] === 1) at++;
    spans.push({ side, start: tokens.starts[first]!, end: tokens.ends[at]!, reason: 'prompt' });
  }
  return spans;
}
