/** Says of passages how many independent answers hold them. */
import { PassageRuns } from '../../core/calibration/passageRuns.js';
import type { Match, Passage } from '../../shared/match.js';
import type { Parameters } from '../../shared/run.js';
import type { Outcome } from '../ledger.js';

/** Runs of passages that are looked for at once: what waits for them is some ten megabytes, and every pass reads all controls. */
const TOGETHER = 1 << 20;

/** What counts texts that hold passages, given by their distinct runs. */
export interface Holding {
  holding(passages: readonly Uint32Array[]): Promise<Uint32Array>;
  close(): void;
}

export class Rarity {
  readonly #runs: PassageRuns;
  #prints: Promise<Holding> | undefined;

  /**
   * @param prepare makes the controls' prints; asked when the first finding is there, since many runs find nothing
   * @param together runs of passages that are looked for at once
   */
  constructor(
    private readonly parameters: Parameters,
    private readonly prepare: () => Promise<Holding>,
    private readonly together = TOGETHER,
  ) {
    this.#runs = new PassageRuns(parameters);
  }

  /** The same outcomes, with the number at every passage of a reported match that counts. */
  async *mark(outcomes: AsyncIterable<Outcome>): AsyncGenerator<Outcome> {
    let waiting: Outcome[] = [];
    let runs: Uint32Array[] = [];
    let size = 0;
    for await (const outcome of outcomes) {
      waiting.push(outcome);
      const counted = outcome.matches.flatMap((match) => this.#counted(match));
      if (counted.length > 0)
        for (const own of this.#runs.of(
          outcome.text,
          counted.map(({ seeds }) => seeds.map(({ suspect }) => suspect)),
        )) {
          runs.push(own);
          size += own.length;
        }
      if (size < this.together) continue;
      yield* this.#marked(waiting, runs);
      waiting = [];
      runs = [];
      size = 0;
    }
    yield* this.#marked(waiting, runs);
  }

  /** Removes what lies on disk for it. */
  async close(): Promise<void> {
    // Whoever asked for them has heard why there are none.
    (await this.#prints?.catch(() => undefined))?.close();
  }

  async *#marked(outcomes: readonly Outcome[], runs: readonly Uint32Array[]): AsyncGenerator<Outcome> {
    const held = runs.length === 0 ? [] : await (await (this.#prints ??= this.prepare())).holding(runs);
    let next = 0;
    for (const outcome of outcomes) {
      const matches = outcome.matches.map((match): Match => {
        const counted = this.#counted(match);
        if (counted.length === 0) return match;
        const passages = match.passages.map((passage) =>
          counted.includes(passage) ? { ...passage, held: held[next++]! } : passage,
        );
        return { ...match, passages };
      });
      yield { ...outcome, matches };
    }
  }

  #counted({ reported, passages }: Match): readonly Passage[] {
    const { passageToll } = this.parameters;
    return reported ? passages.filter(({ score }) => score > passageToll) : [];
  }
}
