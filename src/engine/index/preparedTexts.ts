/** Suspects of a block and originals of a part, made ready for comparison and kept as long as they are likely to be needed. */
import { Preparer, type Prepared } from '../../core/match/prepare.js';
import { Vocabulary } from '../../core/text/vocabulary.js';
import type { OriginalReader } from '../../io/index/originalReader.js';
import type { Part } from '../../io/index/part.js';
import type { Response } from '../../shared/dataset.js';
import type { Parameters } from '../../shared/run.js';
import { unpackText } from './packedTexts.js';
import { explainersOf, promptOf, type Block } from './suspects.js';

/** Suspects that are kept prepared, of those that were met before: most meet one original, and what is kept grows old. */
const KEPT = 200;
/** Words that the processor's cache holds, after which all are forgotten; but not before so many originals. */
const WORDS = 8000;
const ORIGINALS = 16;
/** Responses that are kept of one original text. */
const RESPONSES = 1000;

export class PreparedTexts {
  readonly #vocabulary = new Vocabulary();
  readonly #preparer: Preparer;
  /** Texts, and suspects, which are texts with what explains them. */
  readonly #texts = new Map<number, Prepared>();
  readonly #suspects = new Map<number, Prepared>();
  /** Per text 1 once it was prepared. */
  readonly #met: Uint8Array;
  #part: Part | undefined;
  #reader: OriginalReader | undefined;
  /** The original text at hand, since a text meets all its suspects one after the other. */
  #text = -1;
  #original: Prepared | undefined;
  #responses = new Map<number, Response>();
  /** Originals since words were forgotten. */
  #originals = 0;

  constructor(
    readonly block: Block,
    parameters: Parameters,
  ) {
    this.#preparer = new Preparer(parameters, this.#vocabulary);
    this.#met = new Uint8Array(block.keys.length);
  }

  /** Begins with the originals of a part. */
  begin(part: Part, reader: OriginalReader): void {
    this.#part = part;
    this.#reader = reader;
    this.#text = -1;
  }

  /**
   * A suspect and the original in a row. Words may be forgotten before, so that neither must be compared with what
   * another pair was given.
   */
  pair(suspect: number, row: number): { readonly mine: Prepared; readonly original: Prepared } {
    if (this.#vocabulary.size > WORDS && this.#originals >= ORIGINALS) this.#forget();
    return { mine: this.#suspect(suspect), original: this.#originalIn(row) };
  }

  /** The original in a row as it was read. */
  response(row: number): Response {
    let response = this.#responses.get(row);
    if (!response) {
      response = this.#reader!.read(row);
      if (this.#responses.size < RESPONSES) this.#responses.set(row, response);
    }
    return response;
  }

  /** Where the original in a row stands, without its text. */
  place(row: number): { readonly path: string; readonly record: number } {
    return this.#reader!.placeOf(row);
  }

  #suspect(number: number): Prepared {
    const known = this.#suspects.get(number);
    if (known) return known;
    const { block } = this;
    const text = block.text[number]!;
    const prompt = promptOf(block, number);
    const isKept = this.#met[text] === 1;
    let prepared = this.#texts.get(text);
    if (!prepared) {
      prepared = this.#preparer.prepare(unpackText(block.texts, text), prompt);
      if (isKept) keep(this.#texts, text, prepared);
      this.#met[text] = 1;
    }
    const explainers = explainersOf(block, number);
    const mine =
      explainers.length === 0 ? prepared.withPrompt(prompt) : prepared.withPrompt(prompt, explainers);
    if (isKept) keep(this.#suspects, number, mine);
    return mine;
  }

  #originalIn(row: number): Prepared {
    const text = this.#part!.columns.text[row]!;
    if (text !== this.#text || !this.#original) {
      this.#responses = new Map();
      const response = this.response(row);
      this.#original = this.#preparer.prepare(response.text, response.prompt);
      this.#text = text;
      this.#originals++;
    }
    return this.#original;
  }

  #forget(): void {
    this.#vocabulary.clear();
    this.#texts.clear();
    this.#suspects.clear();
    this.#original = undefined;
    this.#originals = 0;
    this.#text = -1;
  }
}

function keep(kept: Map<number, Prepared>, number: number, prepared: Prepared): void {
  if (kept.size >= KEPT) kept.clear();
  kept.set(number, prepared);
}
