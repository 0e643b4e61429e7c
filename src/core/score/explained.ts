import type { Explained } from '../../shared/match.js';
import type { Tokens } from '../text/tokens.js';
import type { Windows } from './windows.js';

/** For every token why it counts nothing: a code of {@link codeOf}, or the code of a named text; 0 if it counts. */
export type Mask = Uint8Array;

export type Reason = Explained['reason'];

const REASONS: readonly Reason[] = ['control', 'common', 'template', 'prompt', 'manual'];

/** Why and by which text tokens are explained. */
export type Source = Pick<Explained, 'reason' | 'name'>;

/** The code of a reason in a mask. */
export function codeOf(reason: Reason): number {
  return 1 + REASONS.indexOf(reason);
}

/** The code of the `number`th text that explains, if it has a name; beyond what a byte holds names are not told. */
export function codeOfText({ reason, name }: Source, number: number): number {
  const code = REASONS.length + 1 + number;
  return name === undefined || code > 255 ? codeOf(reason) : code;
}

/**
 * Marks the tokens of `text` in runs shared with `other` that weigh at least the windows' weight. Linear: such runs
 * are exactly the union of shared windows, and each distinct window of the other text is marked once. A code given
 * later replaces an earlier one.
 */
export function markShared(text: Windows, other: Windows, mask: Mask, code: number): void {
  if (text.count === 0) return;
  const done = new Set<number>();
  for (let at = 0; at < other.count; at++) {
    const head = text.find(other, at);
    if (head < 0 || done.has(head)) continue;
    done.add(head);
    for (let place = head; place >= 0; place = text.after(place))
      mask.fill(code, place, place + text.lengths[place]!);
  }
}

/** The marked tokens as spans of the source, neighbours of one code joined; `texts`: those that explain, by their number. */
export function explainedSpans(
  mask: Mask,
  tokens: Tokens,
  side: Explained['side'],
  texts: readonly Source[] = [],
): Explained[] {
  const spans: Explained[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const code = mask[at]!;
    if (code === 0) continue;
    const first = at;
    while (at + 1 < tokens.count && mask[at + 1] === code) at++;
    const { reason, name } = texts[code - REASONS.length - 1] ?? { reason: REASONS[code - 1]! };
    const place = { side, start: tokens.starts[first]!, end: tokens.ends[at]! };
    spans.push({ ...place, reason, ...(name !== undefined && { name }) });
  }
  return spans;
}
