/** What originals to different prompts share among themselves, for runs without controls that say what chance gives. */
import { PromptKeys } from '../../core/calibration/promptKeys.js';
import { rateOf } from '../../core/calibration/rates.js';
import { toCasePath } from '../../io/case/paths.js';
import type { FloorCounts } from '../../shared/calibration.js';
import type { BlockBuilder } from '../index/suspects.js';
import type { Outcome } from '../ledger.js';
import type { DrawnText } from '../planted/drawFromPart.js';
import { drawOriginals } from '../planted/drawOriginals.js';
import { explainersOf, type Judging } from './judgeControls.js';

/** Originals that are drawn: with 300 a rate of 1 % can be told from none (3/n). */
const MOST = 300;
/** With fewer not even a rate of 10 % can be told from none. */
const LEAST = 30;
/** One original for so many responses of the suspect, so that the floor costs a tenth of the run at most. */
const RESPONSES_EACH = 10;
/** Responses of a suspect that has a floor, at least. */
export const FLOOR_RESPONSES = LEAST * RESPONSES_EACH;
/** So that everybody draws the same. */
const SEED = 20_250_611;

/**
 * Originals that go past the originals to other prompts in a block with suspects, since a pass of their own would cost
 * as much as that of thousands of suspects. Left out are equal texts, equal and near-duplicate prompts, the original's
 * own record, and originals without a prompt, of which nothing says what they answer.
 */
export class Floor {
  readonly #scored: { readonly prompt: string; readonly score: number }[] = [];

  private constructor(
    private readonly originals: readonly DrawnText[],
    private readonly keys: PromptKeys,
    private readonly judging: Judging,
  ) {}

  /** Throws Failure if the index or a file of the originals changed. */
  static async draw(judging: Judging): Promise<Floor> {
    const { originals } = await drawOriginals(judging, { most: MOST, least: 0, seed: SEED });
    return new Floor(originals, new PromptKeys(judging.comparing.parameters.normalise), judging);
  }

  /** Of those drawn first as many as a suspect of so many responses has beside it. */
  beside(responses: number): Floor {
    const { originals, keys, judging } = this;
    const some = originals.slice(0, Math.floor(responses / RESPONSES_EACH));
    return new Floor(
      some.filter(({ prompt }) => keys.of(prompt) !== ''),
      keys,
      judging,
    );
  }

  /** How many responses {@link addTo} adds. */
  get size(): number {
    return this.originals.length;
  }

  addTo(block: BlockBuilder): void {
    for (const { address, prompt, text } of this.originals) {
      const explainers = explainersOf(undefined, this.judging.known, text);
      block.addOriginal({ address, part: 'answer', prompt, text, meta: {} }, explainers);
    }
  }

  /** Takes what became of the next of them, in their order. */
  enter({ matches }: Outcome): void {
    const { pathsCase } = this.judging.comparing;
    const { address, prompt } = this.originals[this.#scored.length]!;
    const path = toCasePath(pathsCase, address.path);
    const best = matches.find(({ original }) => original.record !== address.record || original.path !== path);
    this.#scored.push({
      prompt: this.keys.of(prompt),
      score: best?.scores.distinctiveTokens.value ?? 0,
    });
  }

  /** Undefined if no original has a prompt. */
  counts(): FloorCounts | undefined {
    if (this.#scored.length === 0) return undefined;
    const { answers, reported, upper } = rateOf(this.#scored, this.judging.comparing.parameters.reportFrom);
    return { originals: answers, reported, upper };
  }
}
