/** A text as the index keeps it: two bytes a token, enough to propose and never to judge. */
import type { NormaliseSteps } from '../../shared/run.js';
import { hashText } from '../score/hashing.js';
import { isOperator } from '../score/weights.js';
import { normalise } from '../text/normalise.js';
import { Tokeniser } from '../text/tokenise.js';
import type { TokenList } from '../text/tokenList.js';

/**
 * 14 bits of hash, then one that is set where the token is an operator, which weighs nothing as evidence, and one where
 * it is a character of a script without spaces.
 */
export type Prints = Uint16Array;

export interface Fingerprint {
  readonly prints: Prints;
  /** Equal for texts that are equal after normalisation; 53 bits. Others may have it too. */
  readonly key: number;
}

export class Fingerprinter {
  private readonly tokeniser: Tokeniser;

  constructor(private readonly steps: NormaliseSteps) {
    this.tokeniser = new Tokeniser(steps);
  }

  /**
   * The fingerprint of a text, the same on every machine with the same Unicode tables. Its prints lie in memory that the
   * next text takes which is read in this thread.
   */
  of(text: string): Fingerprint {
    const list = this.tokeniser.scan(text);
    const prints = printsOf(text, list);
    if (list.count === 0) return { prints, key: hashText(normalise(text, this.steps).text) };
    return { prints, key: list.kernel.run.keyOf(prints.byteOffset, list.count) };
  }

  /** The prints of a text with the place of each token in it, in UTF-16 code units. */
  located(text: string): {
    readonly prints: Prints;
    readonly starts: Uint32Array;
    readonly ends: Uint32Array;
  } {
    const list = this.tokeniser.scan(text);
    const { starts, ends, count } = list;
    const prints = printsOf(text, list).slice();
    return { prints, starts: starts.slice(0, count), ends: ends.slice(0, count) };
  }
}

/** The prints of tokens whose ids are hashes, beside these: no table to grow, so that a text of any size costs the same a token. */
function printsOf(text: string, list: TokenList): Prints {
  const { kernel, address, count, starts, ends, halves } = list;
  const prints = kernel.memory.grownPrints('prints', count, 0, starts.length);
  kernel.run.writePrints(address, count, prints.byteOffset);
  if (list.plain) return prints;
  for (let at = 0; at < count; at++)
    if (halves[at] !== 1 && isOperator(text, starts[at]!, ends[at]!)) prints[at]! |= 2;
  return prints;
}
