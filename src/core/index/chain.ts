/** A passage followed both ways from a shared run, on fingerprints: tells set phrases from passages at once. */
import type { Parameters } from '../../shared/run.js';
import type { Prints } from './fingerprint.js';
import { evidenceOf, weightOf } from './runs.js';

/** A text among prints: tokens [from, to). */
export interface Stretch {
  prints: Prints;
  from: number;
  to: number;
}

/**
 * Follows a passage as `passages.ts` chains one: equal tokens score what they weigh as evidence; at a difference the nearest run of
 * the weight of a seed goes on, and what lies between costs the larger side. Greedy, so that it may fall a little
 * short of what exact tiling finds.
 */
export class Chain {
  /** Best score in half tokens. */
  score = 0;
  /** Stretch in both texts that the passage was followed over. */
  hereFrom = 0;
  hereTo = 0;
  thereFrom = 0;
  thereTo = 0;
  private readonly seed: number;
  private readonly gap: number;
  private best = 0;
  private gapHere = 0;
  private gapThere = 0;

  constructor(
    { seedTokens, maxGap }: Parameters,
    private readonly here: Stretch,
    private readonly there: Stretch,
  ) {
    this.seed = Math.max(1, Math.round(2 * seedTokens));
    this.gap = Math.round(2 * maxGap);
  }

  /** Follows the passage that runs through `at` here and `place` there, which are equal tokens. */
  follow(at: number, place: number, enough: number): void {
    this.best = 0;
    this.walk(at, place, 1, enough);
    const after = this.best;
    this.best = 0;
    if (after < enough) this.walk(at - 1, place - 1, -1, enough - after);
    else {
      this.hereFrom = at;
      this.thereFrom = place;
    }
    this.score = after + this.best;
  }

  private walk(at: number, place: number, step: 1 | -1, enough: number): void {
    const { here, there } = this;
    const mine = here.prints;
    const other = there.prints;
    let score = 0;
    let a = at;
    let b = place;
    for (;;) {
      while (a >= here.from && a < here.to && b >= there.from && b < there.to && mine[a] === other[b]) {
        score += evidenceOf(mine[a]!);
        a += step;
        b += step;
      }
      if (score > this.best) this.best = score;
      if (this.best >= enough) break;
      const cost = this.nextSeed(a, b, step);
      if (cost < 0) break;
      score -= cost;
      a += step * this.gapHere;
      b += step * this.gapThere;
    }
    if (step > 0) {
      this.hereTo = a;
      this.thereTo = b;
    } else {
      this.hereFrom = a + 1;
      this.thereFrom = b + 1;
    }
  }

  /** Looks for the seed that adds most; returns the gap before it in half tokens, −1 if there is none near enough. */
  private nextSeed(a: number, b: number, step: 1 | -1): number {
    const { here, there, gap } = this;
    let best = -Infinity;
    let found = -1;
    let costHere = 0;
    for (let tokensHere = 0; costHere <= gap; tokensHere++) {
      const at = a + step * tokensHere;
      if (at < here.from || at >= here.to) break;
      const print = here.prints[at]!;
      let costThere = 0;
      for (let tokensThere = 0; costThere <= gap; tokensThere++) {
        const place = b + step * tokensThere;
        if (place < there.from || place >= there.to) break;
        const other = there.prints[place]!;
        if (other === print) {
          const cost = costHere > costThere ? costHere : costThere;
          const gain = this.runFrom(at, place, step) - cost;
          if (gain > best) {
            best = gain;
            found = cost;
            this.gapHere = tokensHere;
            this.gapThere = tokensThere;
          }
        }
        costThere += weightOf(other);
      }
      costHere += weightOf(print);
    }
    return found;
  }

  /** Weight of the run from there on, as far as it matters; −Infinity if it is too short for a seed. */
  private runFrom(from: number, place: number, step: 1 | -1): number {
    const { here, there, seed } = this;
    let weight = 0;
    for (let a = from, b = place; weight < FAR; a += step, b += step) {
      if (a < here.from || a >= here.to || b < there.from || b >= there.to) break;
      const print = here.prints[a]!;
      if (print !== there.prints[b]) break;
      weight += weightOf(print);
    }
    return weight >= seed ? weight : -Infinity;
  }
}

/** Half tokens of a run after which it is long enough to go on with. */
const FAR = 32;
