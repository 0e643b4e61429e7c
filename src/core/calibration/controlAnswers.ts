import type { Pairing } from '../../shared/calibration.js';
import type { NormaliseSteps } from '../../shared/run.js';
import { hashText } from '../score/hashing.js';
import { NearPrompts } from './nearPrompts.js';
import { PromptKeys } from './promptKeys.js';

/** Texts that explain what a response shares with its originals, and how they came by. */
export interface Explaining {
  readonly texts: readonly string[];
  readonly prompt: keyof Pairing;
}

const NONE: Explaining = { texts: [], prompt: 'none' };

/**
 * Independent answers by prompt and family. One answer of a family stands for it, that with the smallest hash, so
 * that a family of many files explains no more than one of a single file.
 */
export class ControlAnswers {
  readonly #byPrompt = new Map<string, Map<string, string>>();
  #near: NearPrompts | undefined;

  readonly #keys: PromptKeys;

  constructor(private readonly steps: NormaliseSteps) {
    this.#keys = new PromptKeys(steps);
  }

  get families(): number {
    return new Set([...this.#byPrompt.values()].flatMap((answers) => [...answers.keys()])).size;
  }

  /** The form in which prompts are equal. */
  keyOf(prompt: string): string {
    return this.#keys.of(prompt);
  }

  add(family: string, prompt: string, text: string): void {
    const key = this.keyOf(prompt);
    if (key === '') return;
    let answers = this.#byPrompt.get(key);
    if (!answers) this.#byPrompt.set(key, (answers = new Map<string, string>()));
    const known = answers.get(family);
    if (known === undefined || before(text, known)) answers.set(family, text);
    this.#near = undefined;
  }

  /** For an independent answer: those of the other families to its prompt. */
  forControl(family: string, prompt: string): Explaining {
    return without(this.#byPrompt.get(this.keyOf(prompt)), family, 'equal');
  }

  /**
   * For a suspect response: it stands in the place of one family, chosen by the hash of prompt and family, so that
   * suspects and independent answers are judged with equally many others. Where no prompt is equal, the answers to
   * the nearest near-duplicate prompt serve.
   */
  forSuspect(prompt: string): Explaining {
    const key = this.keyOf(prompt);
    if (key === '') return NONE;
    const equal = this.#byPrompt.get(key);
    if (equal) return without(equal, placeOf(equal, key), 'equal');
    this.#near ??= new NearPrompts([...this.#byPrompt.keys()].sort(), this.steps);
    const near = this.#near.nearest(prompt);
    const answers = near === undefined ? undefined : this.#byPrompt.get(near);
    return answers ? without(answers, placeOf(answers, key), 'near') : NONE;
  }
}

/** The family in whose place a suspect stands. */
function placeOf(answers: ReadonlyMap<string, string>, key: string): string {
  return [...answers.keys()].sort().reduce((first, family) => {
    return hashText(`${family}\0${key}`) < hashText(`${first}\0${key}`) ? family : first;
  });
}

function without(
  answers: ReadonlyMap<string, string> | undefined,
  family: string,
  prompt: Explaining['prompt'],
): Explaining {
  const others = [...(answers ?? [])]
    .filter(([other]) => other !== family)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return others.length === 0 ? NONE : { texts: others.map(([, text]) => text), prompt };
}

function before(a: string, b: string): boolean {
  const left = hashText(a);
  const right = hashText(b);
  return left < right || (left === right && a < b);
}
