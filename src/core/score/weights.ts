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
    if (!isOperator(source, starts[at]!, tokens.ends[at]!)) continue;
    weights ??= halves.slice();
    weights[at] = 0;
  }
  return weights ?? halves;
}

/** True if the token in `source` [start, end) is an operator or bracket. */
export function isOperator(source: string, start: number, end: number): boolean {
  const codePoint = source.codePointAt(start)!;
  // A name of code may begin with underscores.
  return classOf(codePoint) === OTHER && (codePoint !== UNDERSCORE || end - start === 1);
}
