import type { Parameters } from '../../shared/run.js';
import { codeOf, codeOfText, markShared, type Mask, type Source } from '../score/explained.js';
import { finish, hashText } from '../score/hashing.js';
import { shinglesOf, shingleWindows } from '../score/shingles.js';
import { evidenceWeights } from '../score/weights.js';
import { Windows } from '../score/windows.js';
import { Normaliser } from '../text/normalise.js';
import { Tokeniser } from '../text/tokenise.js';
import type { Tokens } from '../text/tokens.js';
import type { Vocabulary } from '../text/vocabulary.js';

/** A text beside the prompts that explains what a response shares with it. */
export interface Explainer extends Source {
  readonly text: string;
}

const NO_EXPLAINERS: readonly Explainer[] = [];
const PROMPT = codeOf('prompt');

/**
 * A response made ready for comparison: what is dear is computed when first asked for, and kept. Both sides of a pair
 * must be prepared with the same vocabulary and parameters.
 */
export class Prepared {
  readonly tokens: Tokens;
  private ownShingles: Windows | undefined;
  private ownWeights: Uint8Array | undefined;
  private promptParts: Tokens | undefined;
  private normalised: string | undefined;
  private mask: Mask | undefined;
  private windows = new Map<number, Windows>();
  private ownPromptWindows: Windows | undefined;

  constructor(
    readonly text: string,
    readonly prompt: string,
    /** What all responses of one side and the other are prepared with. */
    private readonly by: Preparer,
    tokens?: Tokens,
    readonly explainers: readonly Explainer[] = NO_EXPLAINERS,
  ) {
    this.tokens = tokens ?? by.tokeniser.tokenise(text);
  }

  /** The same text as the answer to another prompt, or with other texts that explain. */
  withPrompt(prompt: string, explainers = this.explainers): Prepared {
    if (prompt === this.prompt && explainers === this.explainers) return this;
    const other = new Prepared(this.text, prompt, this.by, this.tokens, explainers);
    other.ownShingles = this.ownShingles;
    other.ownWeights = this.ownWeights;
    other.normalised = this.normalised;
    other.windows = this.windows;
    return other;
  }

  /** Look-alike letters folded to Latin. */
  get folded(): number {
    return this.tokens.folded;
  }

  /** Format characters stripped from inside words. */
  get stripped(): number {
    return this.tokens.stripped;
  }

  /** What each token weighs as evidence, in half tokens. */
  get weights(): Uint8Array {
    return (this.ownWeights ??= evidenceWeights(this.text, this.tokens));
  }

  /** Distinct shingle hashes, ascending: to look shingles up across many texts. */
  get shingles(): Float64Array {
    return shinglesOf(this.tokens, this.by.parameters.shingleSize, this.by.vocabulary);
  }

  get shingleWindows(): Windows {
    return (this.ownShingles ??= this.findShingles());
  }

  /** Where all tokens weigh the same, windows of their weight are shingles. */
  private findShingles(): Windows {
    const { tokens } = this;
    const { shingleSize } = this.by.parameters;
    if (tokens.mixed || tokens.count < shingleSize) return shingleWindows(tokens, shingleSize);
    return this.windowsOf(2 * shingleSize);
  }

  get promptTokens(): Tokens {
    return (this.promptParts ??= this.by.tokeniser.tokenise(this.prompt));
  }

  /**
   * A hash that responses with equal normalised text have in common: of their tokens, or where there are none of the
   * normalised text. Others may have it too.
   */
  get normalisedKey(): number {
    const { ids, count } = this.tokens;
    if (count === 0) return hashText(this.normalisedText());
    let high = count;
    let low = 0;
    for (let at = 0; at < count; at++) {
      high = Math.imul(high ^ this.by.vocabulary.first[ids[at]!]!, 0x5bd1e995);
      high ^= high >>> 13;
      low = Math.imul(low + this.by.vocabulary.second[ids[at]!]!, 0x27d4eb2d);
      low ^= low >>> 15;
    }
    return (finish(high) & 0x1fffff) * 4294967296 + (finish(low) >>> 0);
  }

  /** The response after normalisation, punctuation included. */
  normalisedText(): string {
    return (this.normalised ??= this.by.normaliser.textOf(this.text));
  }

  /** Windows of the response that weigh at least so many half tokens. */
  windowsOf(halves: number): Windows {
    let found = this.windows.get(halves);
    if (found === undefined) {
      found = new Windows(this.tokens, halves);
      this.windows.set(halves, found);
    }
    return found;
  }

  /** Windows of the prompt of the weight that explains. */
  promptWindows(): Windows {
    const { explainedRun, rulesOff = [] } = this.by.parameters;
    return (this.ownPromptWindows ??= new Windows(
      rulesOff.includes('prompt') ? this.by.tokeniser.tokenise('') : this.promptTokens,
      2 * explainedRun,
    ));
  }

  /** Tokens explained by what explains either response: its prompt and its further texts. */
  explainedWith(other: Prepared): Mask {
    const windows = this.windowsOf(2 * this.by.parameters.explainedRun);
    if (other.prompt === this.prompt) this.ownPromptWindows ??= other.ownPromptWindows;
    if (this.mask === undefined) {
      this.mask = new Uint8Array(this.tokens.count);
      this.markFurther(windows, this.mask, 0);
      markShared(windows, this.promptWindows(), this.mask, PROMPT);
    }
    if (other.prompt === this.prompt && other.explainers.length === 0) return this.mask;
    const both = this.mask.slice();
    other.markFurther(windows, both, this.explainers.length);
    // The prompts go last: what they explain needs no other text.
    markShared(windows, this.promptWindows(), both, PROMPT);
    if (other.prompt !== this.prompt) markShared(windows, other.promptWindows(), both, PROMPT);
    return both;
  }

  /** Texts that explain either response, in the order of their codes in the mask of {@link explainedWith}. */
  explainersWith(other: Prepared): readonly Explainer[] {
    return [...this.explainers, ...other.explainers];
  }

  /** Not kept: a response's own mask is, and only kept matches ask for the other side's. `first`: number of the first text. */
  private markFurther(windows: Windows, mask: Mask, first: number): void {
    const halves = 2 * this.by.parameters.explainedRun;
    for (const [at, explainer] of this.explainers.entries()) {
      const theirs = new Windows(this.by.tokeniser.tokenise(explainer.text), halves);
      markShared(windows, theirs, mask, codeOfText(explainer, first + at));
    }
  }
}

/** Prepares many responses with one vocabulary. */
export class Preparer {
  readonly tokeniser: Tokeniser;
  readonly normaliser: Normaliser;

  constructor(
    readonly parameters: Parameters,
    readonly vocabulary: Vocabulary,
  ) {
    this.tokeniser = new Tokeniser(parameters.normalise, vocabulary);
    this.normaliser = new Normaliser(parameters.normalise);
  }

  prepare(text: string, prompt: string): Prepared {
    return new Prepared(text, prompt, this);
  }
}

/** One response made ready; for many make one {@link Preparer}, which keeps its buffers. */
export function prepare(
  text: string,
  prompt: string,
  parameters: Parameters,
  vocabulary: Vocabulary,
): Prepared {
  return new Preparer(parameters, vocabulary).prepare(text, prompt);
}
