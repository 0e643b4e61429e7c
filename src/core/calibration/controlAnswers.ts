import type { Pairing } from '../../shared/calibration.js';
import type { NormaliseSteps } from '../../shared/run.js';
import { KeyedNumbers } from '../index/keyedNumbers.js';
import { hashText } from '../score/hashing.js';
import { NearPrompts } from './nearPrompts.js';
import { PromptKeys } from './promptKeys.js';

/** Independent answers by their numbers, wherever they lie. */
export interface Answers {
  at(answer: number): { readonly prompt: string; readonly text: string };
}

/** Texts that explain what a response shares with its originals, and how they came by. */
export interface Explaining {
  readonly texts: readonly string[];
  readonly prompt: keyof Pairing;
}

const NO_PROMPT = hashText('');

const NONE: Explaining = { texts: [], prompt: 'none' };

/** The answer that stands for a family among those to a prompt. */
interface Standing {
  readonly family: string;
  answer: number;
  hash: number;
}

/**
 * Independent answers by prompt and family. One answer of a family stands for it, that with the smallest hash, so
 * that a family of many files explains no more than one of a single file. Kept are numbers, not texts.
 */
export class ControlAnswers {
  readonly #keys: PromptKeys;
  /** Prompts by the hash of their key; of each the first answer to it. */
  readonly #prompts = new KeyedNumbers();
  readonly #firsts: number[] = [];
  readonly #hashes: number[] = [];
  /** Per answer its prompt. */
  readonly #promptOf: number[] = [];
  /** Answers that stand for a family, by prompt. */
  readonly #standing = new KeyedNumbers();
  readonly #all: Standing[] = [];
  readonly #families = new Set<string>();
  #near: NearPrompts | undefined;

  /**
   * @param answers holds those that were added, by their order
   * @param breathe is called often while all prompts are read, and stops it by throwing
   */
  constructor(
    private readonly steps: NormaliseSteps,
    private readonly answers: Answers,
    private readonly breathe: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.#keys = new PromptKeys(steps);
  }

  /** Of answers to a prompt that says something. */
  get families(): number {
    return this.#families.size;
  }

  /** The form in which prompts are equal. */
  keyOf(prompt: string): string {
    return this.#keys.of(prompt);
  }

  /**
   * The hash of the form in which an answer's prompt is equal to others. An answer without one is by itself, with its
   * equals: that nothing is known of two prompts makes them no single one.
   */
  promptHash(answer: number): number {
    const hash = this.#hashes[this.#promptOf[answer]!]!;
    return hash === NO_PROMPT ? hashText(this.answers.at(answer).text) : hash;
  }

  /** Adds the next answer, counted from 0. */
  add(family: string): void {
    const answer = this.#promptOf.length;
    const { prompt, text } = this.answers.at(answer);
    const key = this.keyOf(prompt);
    const number = this.#promptNumber(key) ?? this.#newPrompt(key, answer);
    this.#promptOf.push(number);
    if (key === '') return;
    this.#families.add(family);
    this.#near = undefined;
    const hash = hashText(text);
    const known = this.#standingFor(number).find((one) => one.family === family);
    if (!known) {
      this.#standing.add(number);
      this.#all.push({ family, answer, hash });
    } else if (hash < known.hash || (hash === known.hash && text < this.answers.at(known.answer).text)) {
      known.answer = answer;
      known.hash = hash;
    }
  }

  /** For an independent answer: those of the other families to its prompt. */
  forControl(answer: number, family: string): Explaining {
    return this.#without(this.#promptOf[answer]!, family, 'equal');
  }

  /**
   * For a suspect response: it stands in the place of one family, chosen by the hash of prompt and family, so that
   * suspects and independent answers are judged with equally many others. Where no prompt is equal, the answers to
   * the nearest near-duplicate prompt serve.
   */
  async forSuspect(prompt: string): Promise<Explaining> {
    const key = this.keyOf(prompt);
    if (key === '') return NONE;
    const equal = this.#promptNumber(key);
    if (equal !== undefined) return this.#without(equal, this.#placeOf(equal, key), 'equal');
    const keyAt = (number: number) => this.#keyAt(number);
    this.#near ??= await NearPrompts.of(this.#firsts.length, keyAt, this.steps, this.breathe);
    const near = this.#near.nearest(prompt);
    return near === undefined ? NONE : this.#without(near, this.#placeOf(near, key), 'near');
  }

  #newPrompt(key: string, first: number): number {
    const hash = hashText(key);
    this.#firsts.push(first);
    this.#hashes.push(hash);
    return this.#prompts.add(hash);
  }

  #keyAt(prompt: number): string {
    return this.keyOf(this.answers.at(this.#firsts[prompt]!).prompt);
  }

  #promptNumber(key: string): number | undefined {
    return this.#prompts.of(hashText(key)).find((number) => this.#keyAt(number) === key);
  }

  #standingFor(prompt: number): readonly Standing[] {
    return this.#standing.of(prompt).map((one) => this.#all[one]!);
  }

  /** The family in whose place a suspect stands. */
  #placeOf(prompt: number, key: string): string {
    const families = this.#standingFor(prompt).map(({ family }) => family);
    return families.sort().reduce((first, family) => {
      return hashText(`${family}\0${key}`) < hashText(`${first}\0${key}`) ? family : first;
    });
  }

  #without(number: number, family: string, prompt: Explaining['prompt']): Explaining {
    const others = this.#standingFor(number)
      .filter((one) => one.family !== family)
      .sort((a, b) => (a.family < b.family ? -1 : 1));
    if (others.length === 0) return NONE;
    return { texts: others.map(({ answer }) => this.answers.at(answer).text), prompt };
  }
}
