/** The suspects of a block: each distinct pair of prompt and text once (with the texts that explain it), each distinct text once. */
import type { Frequencies } from '../../core/index/frequencies.js';
import { KeyedNumbers } from '../../core/index/keyedNumbers.js';
import { opensAll, reportsLittle } from '../../core/index/thinning.js';
import { seedHalves } from '../../core/index/runs.js';
import { hashText } from '../../core/score/hashing.js';
import { BlockAssembly, type BlockBatch, type BlockData } from '../../core/index/suspectBlock.js';
import type { Explainer } from '../../core/match/prepare.js';
import type { PromptPairing } from '../../shared/match.js';
import type { Response, ResponseAddress, ResponsePart, Meta } from '../../shared/dataset.js';
import type { Parameters, RunKind } from '../../shared/run.js';
import { explainerAt, ExplainerPacker, type Explainers } from './explainers.js';
import { Batches, tokensOf, type Fingerprints } from './fingerprinting.js';
import { TextPacker, unpackText, type PackedTexts } from './packedTexts.js';
import type { Pool } from './pool.js';

/** What threads are given of a block. Suspects and texts are numbered. */
export interface Block {
  readonly data: BlockData;
  readonly texts: PackedTexts;
  /** Per text a hash that its normalised equals share. */
  readonly keys: Float64Array;
  /** Per suspect its text. */
  readonly text: Uint32Array;
  /** Per suspect its prompt. */
  readonly prompts: PackedTexts;
  /** Per suspect the numbers of the further texts that explain it; empty where no suspect has any. */
  readonly explainedBy: readonly (readonly number[])[];
  readonly explainers: Explainers;
  /** Per suspect whether only originals with another text to another prompt count. */
  readonly elsewhere: readonly boolean[];
  /** Outputs runs: per suspect a hash of its prompt. */
  readonly promptKeys: Float64Array;
}

/** The prompt of a suspect. */
export function promptOf(block: Block, suspect: number): string {
  return unpackText(block.prompts, suspect);
}

/** The further texts that explain what a suspect shares with an original. */
export function explainersOf({ explainedBy, explainers }: Block, suspect: number): Explainer[] {
  return (explainedBy[suspect] ?? []).map((one) => explainerAt(explainers, one));
}

/** A finished block, with what only the caller needs. */
export interface BuiltBlock {
  readonly block: Block;
  /** Per text: seeds, and shingles of a short one, that are too common to propose. */
  readonly hot: readonly number[];
}

/** A response without its texts, which are those of its suspect. */
export interface BlockResponse {
  readonly suspect: number;
  readonly address: ResponseAddress;
  readonly part: ResponsePart;
  readonly meta: Meta;
  /** How its prompt met those of the controls; undefined without controls. */
  readonly controls: PromptPairing | undefined;
}

/** Megabytes that a comparison takes whatever its block. */
const WITHOUT_BLOCK = 256;
/**
 * Tokens of suspects for each megabyte beyond: their texts, prints and tables, and what orders their matches. As
 * measured: hard cases keep to 512 and to 1,024 MB (`bench/bounds.mjs`).
 */
const TOKENS_PER_MEGABYTE = { first: 24_576, later: 33_000 };
const FIRST_MEGABYTES = 256;
/** Tokens that take as much as a response does beside its own: its address, its keys, what it found. */
const BESIDE_TOKENS = 32;
/**
 * The same where the text is so short that it opens all of its seeds: its tokens take twice as much, and so many fit a
 * block that what each may find outweighs them.
 */
const BESIDE_SHORT = 96;
/** Where little is reported a token has twice as many seeds, and takes as much as so many others. */
const LITTLE_TOKENS = 2;
/** Code units of what explains that take as much as a token. */
const UNITS_LIKE_A_TOKEN = 36;
/** What is kept of each control: who it is by, its prompt and its score. */
const MEGABYTES_PER_CONTROL = 0.001;
/** Tokens for each megabyte where there are too few megabytes to keep to. */
const LEAST_TOKENS_PER_MEGABYTE = 1024;
/** However much memory there is: the texts of a block are one piece of it, and a piece holds four gigabytes. */
const MOST_TOKENS = 2 ** 27;

/** Shared by all suspects that nothing further explains. */
const NONE: readonly number[] = [];

/** Tokens of a block of a comparison that takes so many megabytes, with so many controls. */
export function blockTokens(megabytes = 512, controls = 0): number {
  const least = LEAST_TOKENS_PER_MEGABYTE * megabytes;
  const left = megabytes - WITHOUT_BLOCK - MEGABYTES_PER_CONTROL * controls;
  const later = Math.max(0, left - FIRST_MEGABYTES);
  const most = TOKENS_PER_MEGABYTE.first * (left - later) + TOKENS_PER_MEGABYTE.later * later;
  return Math.min(MOST_TOKENS, Math.max(least, most));
}

/**
 * What is added goes at once into the pool's memory, over the block before it: nothing may be added while that one is
 * compared.
 */
export class BlockBuilder {
  /** Every response of the block in its order. */
  readonly responses: BlockResponse[] = [];
  readonly #texts: TextPacker;
  readonly #prompts: TextPacker;
  readonly #assembly: BlockAssembly;
  readonly #textPrints: Batches<BlockBatch & Fingerprints>;
  readonly #textKeys: number[] = [];
  readonly #promptPrints: Batches<Fingerprints>;
  readonly #promptKeys: number[] = [];
  readonly #hot: number[] = [];
  readonly #text: number[] = [];
  readonly #explainedBy: (readonly number[])[] = [];
  readonly #elsewhere: boolean[] = [];
  readonly #explainers: ExplainerPacker;
  /** Code units of the distinct short texts. */
  #shortUnits = 0;
  /** Tokens that take as much as the responses do beside their own. */
  #besideTokens = 0;
  /** Texts by their hash, and suspects by that of all that tells them apart. */
  #textsByHash = new KeyedNumbers();
  #suspectsByHash = new KeyedNumbers();

  constructor(
    readonly kind: RunKind,
    readonly parameters: Parameters,
    frequencies: Frequencies,
    readonly pool: Pool,
  ) {
    this.#texts = new TextPacker(pool.memory, 'texts');
    this.#prompts = new TextPacker(pool.memory, 'prompts');
    this.#explainers = new ExplainerPacker(pool.memory);
    this.#assembly = new BlockAssembly(seedHalves(parameters), pool.kernel);
    this.#textPrints = new Batches(
      (texts) => pool.run('open', { texts, frequencies, parameters }),
      (batch) => {
        this.#assembly.add(batch);
        for (const key of batch.keys) this.#textKeys.push(key);
        for (const hot of batch.hot) this.#hot.push(hot);
      },
    );
    this.#promptPrints = new Batches(
      (texts) => pool.run('fingerprint', { texts, steps: parameters.normalise }),
      ({ keys }) => {
        for (const key of keys) this.#promptKeys.push(key);
      },
    );
  }

  /** Tokens of the distinct texts, about, and those that take as much as everything else does. */
  get tokens(): number {
    const tokens = this.#textPrints.tokens + tokensOf(this.#shortUnits);
    const seeded = reportsLittle(this.parameters) ? LITTLE_TOKENS * tokens : tokens;
    return seeded + this.#besideTokens + this.#explainers.units / UNITS_LIKE_A_TOKEN;
  }

  /** Adds a response, with further texts that explain what it shares with them, and how its prompt met the controls'. */
  add(response: Response, explainers: readonly Explainer[] = [], controls?: PromptPairing): void {
    this.#enter(response, explainers, false, controls);
  }

  /** Adds an original: for it only originals with another text to another prompt count. */
  addOriginal(response: Response, explainers: readonly Explainer[]): void {
    this.#enter(response, explainers, true);
  }

  #enter(
    response: Response,
    explainers: readonly Explainer[],
    elsewhere: boolean,
    controls?: PromptPairing,
  ): void {
    const { rulesOff = [] } = this.parameters;
    const used = explainers.filter(({ reason }) => !rulesOff.some((rule) => rule === reason));
    const numbers = used.length === 0 ? NONE : used.map((one) => this.#explainers.numberOf(one));
    const { address, part, meta } = response;
    const suspect = this.#suspectOf(response, numbers, elsewhere);
    this.responses.push({ suspect, address, part, meta, controls });
    this.#besideTokens += isShort(response.text) ? BESIDE_SHORT : BESIDE_TOKENS;
  }

  /** The block, which nothing can be added to any more, in place of the pool's last one. Throws what a thread threw. */
  async finish(): Promise<BuiltBlock> {
    await this.#textPrints.finish();
    await this.#promptPrints.finish();
    this.#textsByHash = new KeyedNumbers();
    this.#suspectsByHash = new KeyedNumbers();
    const block = {
      data: this.#assembly.finish(),
      texts: this.#texts.finish(),
      keys: Float64Array.from(this.#textKeys),
      text: Uint32Array.from(this.#text),
      prompts: this.#prompts.finish(),
      explainedBy: this.#explainers.units === 0 ? [] : this.#explainedBy,
      explainers: this.#explainers.finish(),
      elsewhere: this.#elsewhere,
      promptKeys: Float64Array.from(this.#promptKeys),
    };
    return { block, hot: this.#hot };
  }

  #suspectOf({ text, prompt }: Response, explainers: readonly number[], elsewhere: boolean): number {
    const number = this.#textOf(text);
    const told = toldApart(number, elsewhere, explainers);
    const hash = hashText(`${told}\0${prompt}`);
    const known = this.#suspectsByHash
      .of(hash)
      .find(
        (one) =>
          toldApart(this.#text[one]!, this.#elsewhere[one]!, this.#explainedBy[one]!) === told &&
          this.#prompts.at(one) === prompt,
      );
    if (known !== undefined) return known;
    this.#text.push(number);
    this.#explainedBy.push(explainers);
    this.#elsewhere.push(elsewhere);
    if (this.kind === 'outputs') this.#promptPrints.add(prompt);
    this.#suspectsByHash.add(hash);
    return this.#prompts.add(prompt);
  }

  #textOf(text: string): number {
    const hash = hashText(text);
    const known = this.#textsByHash.of(hash).find((one) => this.#texts.at(one) === text);
    if (known !== undefined) return known;
    this.#textPrints.add(text);
    if (isShort(text)) this.#shortUnits += text.length;
    this.#textsByHash.add(hash);
    return this.#texts.add(text);
  }
}

/** True if the text opens all of its seeds, as far as that is known before it is cut. */
function isShort(text: string): boolean {
  return opensAll(tokensOf(text.length));
}

/** What tells suspects with one prompt apart. */
function toldApart(text: number, elsewhere: boolean, explainers: readonly number[]): string {
  return `${text} ${elsewhere} ${explainers.join()}`;
}
