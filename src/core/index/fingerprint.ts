/** A text as the index keeps it: two bytes a token, enough to propose and never to judge. */
import type { NormaliseSteps } from '../../shared/run.js';
import { finish, hashText } from '../score/hashing.js';
import { isOperator } from '../score/weights.js';
import { normalise } from '../text/normalise.js';
import type { Interner } from '../text/plainLines.js';
import { Tokeniser } from '../text/tokenise.js';
import type { TokenList } from '../text/tokens.js';

/**
 * 14 bits of hash, then one that is set where the token is an operator, which weighs nothing as evidence, and one where
 * it is a character of a script without spaces.
 */
export type Prints = Uint16Array;

/** Tokens by 14 bits of their hash: no table to grow, so that a text of any size costs the same a token. */
const HASHES: Interner = { intern: (_codes, _from, _to, hash) => finish(hash) & 0x3fff };

export interface Fingerprint {
  readonly prints: Prints;
  /** Equal for texts that are equal after normalisation; 53 bits. Others may have it too. */
  readonly key: number;
}

export class Fingerprinter {
  private readonly tokeniser: Tokeniser;
  /** Reused: memory of its own for each text would have to be collected as well. */
  private prints = new Uint16Array(1024);

  constructor(private readonly steps: NormaliseSteps) {
    this.tokeniser = new Tokeniser(steps, HASHES);
  }

  /**
   * The fingerprint of a text, the same on every machine with the same Unicode tables. Its prints lie in memory that the
   * next call takes.
   */
  of(text: string): Fingerprint {
    const list = this.tokeniser.scan(text);
    if (list.count > this.prints.length) this.prints = new Uint16Array(2 * list.count);
    writePrints(text, list, this.prints);
    const prints = this.prints.subarray(0, list.count);
    return { prints, key: list.count === 0 ? hashText(normalise(text, this.steps).text) : keyOf(prints) };
  }

  /** The prints of a text with the place of each token in it, in UTF-16 code units. */
  located(text: string): {
    readonly prints: Prints;
    readonly starts: Uint32Array;
    readonly ends: Uint32Array;
  } {
    const list = this.tokeniser.scan(text);
    const { starts, ends, count } = list;
    const prints = new Uint16Array(count);
    writePrints(text, list, prints);
    return { prints, starts: starts.slice(0, count), ends: ends.slice(0, count) };
  }
}

function writePrints(
  text: string,
  { ids, starts, ends, halves, count, plain }: TokenList,
  prints: Prints,
): void {
  if (plain) for (let at = 0; at < count; at++) prints[at] = ids[at]! << 2;
  else
    for (let at = 0; at < count; at++) {
      if (halves[at] === 1) prints[at] = (ids[at]! << 2) | 1;
      else prints[at] = (ids[at]! << 2) | (isOperator(text, starts[at]!, ends[at]!) ? 2 : 0);
    }
}

function keyOf(prints: Prints): number {
  let high = prints.length;
  let low = 0;
  for (const print of prints) {
    high = Math.imul(high ^ print, 0x5bd1e995);
    high ^= high >>> 13;
    low = Math.imul(low + print, 0x27d4eb2d);
    low ^= low >>> 15;
  }
  return (finish(high) & 0x1fffff) * 4294967296 + (finish(low) >>> 0);
}
