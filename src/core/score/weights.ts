import { classOf, OTHER } from '../text/characters.js';
import type { Tokens } from '../text/tokens.js';

const UNDERSCORE = 95;

/**
 * What each token weighs as evidence, in half tokens: an operator or bracket of code or a formula nothing, since
 * anyone who writes the same idiom writes the same signs; any other what it weighs in its text.
 */
export function evidenceWeights(source: string, tokens: Tokens): Uint8Array {
  const { halves, starts, count } = tokens;
  let weights: Uint8Array | undefined;
  for (let at = 0; at < count; at++) {
    const codePoint = source.codePointAt(starts[at]!)!;
    if (classOf(codePoint) !== OTHER) continue;
    // A name of code may begin with underscores.
    if (codePoint === UNDERSCORE && tokens.ends[at]! - starts[at]! > 1) continue;
    weights ??= halves.slice();
    weights[at] = 0;
  }
  return weights ?? halves;
}
