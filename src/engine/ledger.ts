/** Counts what became of every suspect response, so that nothing is left out silently. */
import { clusterKeys, Clusters } from '../core/match/clusters.js';
import type { Kind, Match } from '../shared/match.js';
import { routesIn } from '../shared/route.js';
import type { RunCounts } from '../shared/run.js';

/** What became of one suspect response. */
export interface Outcome {
  /** The response; empty where nothing was scored against it. */
  readonly text: string;
  /** A hash that responses with equal normalised text have in common. */
  readonly textKey: number;
  /** Kept matches, best first. */
  readonly matches: readonly Match[];
  readonly tooShort: boolean;
  readonly unreportedPairs: number;
  readonly beyondCap: number;
  readonly unpaired: boolean;
  /** Seeds of its text, and shingles if it is short, that are too common among the originals to propose. */
  readonly hot: number;
}

export class Ledger {
  readonly #kinds: Record<Kind, number> = { identical: 0, normalised: 0, 'near-duplicate': 0, partial: 0 };
  readonly #clusters = new Clusters();
  #routed = 0;
  #responses = 0;
  #tooLittle = 0;
  #tooShort = 0;
  #skipped = 0;
  #unreportedPairs = 0;
  #beyondCap = 0;
  #unpaired = 0;
  #hot = 0;

  enter(outcome: Outcome): void {
    this.#responses++;
    const [best] = outcome.matches;
    if (best?.reported) {
      this.#kinds[best.kind]++;
      if (routesIn(best.flags).length > 0) this.#routed++;
      else this.#clusters.add(clusterKeys(outcome.textKey, best));
    }
    if (best && !best.reported) this.#tooLittle++;
    if (outcome.tooShort) this.#tooShort++;
    if (outcome.unpaired) this.#unpaired++;
    this.#unreportedPairs += outcome.unreportedPairs;
    this.#beyondCap += outcome.beyondCap;
    this.#hot += outcome.hot;
  }

  skipped(count: number): void {
    this.#skipped += count;
  }

  counts(): RunCounts {
    return {
      responses: this.#responses,
      ...this.#kinds,
      distinct: this.#clusters.size,
      routed: this.#routed,
      'too-little-evidence': this.#tooLittle,
      'too-short': this.#tooShort,
      skipped: this.#skipped,
      unreportedPairs: this.#unreportedPairs,
      beyondCap: this.#beyondCap,
      hotShingles: this.#hot,
      unpaired: this.#unpaired,
    };
  }
}
