/** Fingerprints of many texts, made by the threads of the pool while the caller reads on. */
import { Fingerprinter, type Prints } from '../../core/index/fingerprint.js';
import { Growing } from '../../io/index/growing.js';
import type { NormaliseSteps } from '../../shared/run.js';

/** Code units that a thread takes at a time. */
const TOGETHER = 1 << 18;
/** Code units of a token, about, for texts that are not cut yet. */
const UNITS_PER_TOKEN = 5;

/** Fingerprints of some texts: prints of text i are [starts[i], starts[i + 1]). */
export interface Fingerprints {
  readonly prints: Prints;
  readonly starts: Uint32Array;
  readonly keys: Float64Array;
}

/** The fingerprints of these texts. */
export function fingerprintAll(texts: readonly string[], steps: NormaliseSteps): Fingerprints {
  const fingerprinter = new Fingerprinter(steps);
  const prints = new Growing((size) => new Uint16Array(size));
  const starts = new Uint32Array(texts.length + 1);
  const keys = new Float64Array(texts.length);
  texts.forEach((text, at) => {
    const one = fingerprinter.of(text);
    prints.append(one.prints);
    starts[at + 1] = prints.length;
    keys[at] = one.key;
  });
  return { prints: prints.taken().slice(), starts, keys };
}

/** Tokens of so many code units, about. */
export function tokensOf(units: number): number {
  return units / UNITS_PER_TOKEN;
}

/** Texts that are sent to the threads in batches; `R` is what comes back for one. */
export class Batches<R> {
  #waiting: string[] = [];
  #units = 0;
  #tokens = 0;
  #taken: Promise<void> = Promise.resolve();

  /**
   * @param ask sends one batch
   * @param take is given what came back for each batch, in the order of adding
   */
  constructor(
    readonly ask: (texts: readonly string[]) => Promise<R>,
    readonly take: (result: R) => void,
  ) {}

  /** Tokens of all texts so far, about. */
  get tokens(): number {
    return this.#tokens + tokensOf(this.#units);
  }

  add(text: string): void {
    this.#waiting.push(text);
    this.#units += text.length;
    if (this.#units >= TOGETHER) this.#send();
  }

  /** Ends when all were taken. Throws what a thread threw. */
  async finish(): Promise<void> {
    this.#send();
    await this.#taken;
  }

  #send(): void {
    if (this.#waiting.length === 0) return;
    const asked = this.ask(this.#waiting);
    // Whoever finishes hears of a failure; nobody may be left to.
    asked.catch(() => undefined);
    this.#taken = this.#taken.then(async () => this.take(await asked));
    this.#taken.catch(() => undefined);
    this.#tokens += tokensOf(this.#units);
    this.#waiting = [];
    this.#units = 0;
  }
}
