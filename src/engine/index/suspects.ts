/** The suspects of a block: each distinct pair of prompt and text once (with the texts that explain it), each distinct text once. */
import { Fingerprinter } from '../../core/index/fingerprint.js';
import type { Frequencies } from '../../core/index/frequencies.js';
import { makeBlock, type BlockData } from '../../core/index/suspectBlock.js';
import type { Prints } from '../../core/index/fingerprint.js';
import type { Explainer } from '../../core/match/prepare.js';
import type { Response } from '../../shared/dataset.js';
import type { Parameters, RunKind } from '../../shared/run.js';

/** A suspect as threads know it. */
export interface Suspect {
  readonly prompt: string;
  /** Number of its text. */
  readonly text: number;
  /** Numbers of the further texts that explain it. */
  readonly explainers: readonly number[];
}

/** What threads are given of a block. */
export interface Block {
  readonly data: BlockData;
  readonly texts: readonly string[];
  /** Per text a hash that its normalised equals share. */
  readonly keys: Float64Array;
  readonly suspects: readonly Suspect[];
  readonly explainers: readonly Explainer[];
  /** Outputs runs: per suspect a hash of its prompt. */
  readonly promptKeys: Float64Array;
}

export class BlockBuilder {
  /** Every response of the block in its order, without its text, and its suspect. */
  readonly responses: { readonly response: Response; readonly suspect: number }[] = [];
  tokens = 0;
  readonly #texts: string[] = [];
  readonly #prints: Prints[] = [];
  readonly #keys: number[] = [];
  readonly #suspects: Suspect[] = [];
  readonly #promptKeys: number[] = [];
  readonly #explainers: Explainer[] = [];
  readonly #explainerNumbers = new Map<string, number>();
  readonly #numbers = new Map<string, Map<string, number>>();

  constructor(
    readonly kind: RunKind,
    readonly parameters: Parameters,
    readonly fingerprinter: Fingerprinter = new Fingerprinter(parameters.normalise),
  ) {}

  /** Adds a response, with further texts that explain what it shares with them. */
  add(response: Response, explainers: readonly Explainer[] = []): void {
    this.responses.push({
      response,
      suspect: this.#suspectOf(
        response,
        explainers.map((one) => this.#explainer(one)),
      ),
    });
  }

  /** Tokens of a suspect's text. */
  length(suspect: number): number {
    return this.#prints[this.#suspects[suspect]!.text]!.length;
  }

  /** The block, and per text how many of its seeds are too common to propose. */
  finish(frequencies: Frequencies): { block: Block; hot: Uint32Array } {
    const { data, hot } = makeBlock(this.#prints, frequencies, this.parameters);
    const block = {
      data,
      texts: this.#texts,
      keys: Float64Array.from(this.#keys),
      suspects: this.#suspects,
      explainers: this.#explainers,
      promptKeys: Float64Array.from(this.#promptKeys),
    };
    return { block, hot };
  }

  #suspectOf({ text, prompt }: Response, explainers: readonly number[]): number {
    let prompts = this.#numbers.get(text);
    if (!prompts) this.#numbers.set(text, (prompts = new Map<string, number>()));
    const key = explainers.length === 0 ? prompt : `${prompt}\0${explainers.join()}`;
    const known = prompts.get(key);
    if (known !== undefined) return known;
    const [sibling] = prompts.values();
    const number = sibling === undefined ? this.#addText(text) : this.#suspects[sibling]!.text;
    const suspect = this.#suspects.push({ prompt, text: number, explainers }) - 1;
    if (this.kind === 'outputs') this.#promptKeys.push(this.fingerprinter.of(prompt).key);
    prompts.set(key, suspect);
    return suspect;
  }

  #explainer(explainer: Explainer): number {
    const key = `${explainer.reason}\0${explainer.text}`;
    const known = this.#explainerNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.#explainers.push(explainer) - 1;
    this.#explainerNumbers.set(key, number);
    return number;
  }

  #addText(text: string): number {
    const { prints, key } = this.fingerprinter.of(text);
    this.tokens += prints.length + 8;
    this.#prints.push(prints);
    this.#keys.push(key);
    return this.#texts.push(text) - 1;
  }
}
