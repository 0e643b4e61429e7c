/** How fast a phase goes and when it will end, from its progress of the last seconds. */
import type { Progress } from '../shared/run.js';

/** Milliseconds that the speed is taken over, and from which on it is told. */
const WINDOW = 10_000;
const ENOUGH = 1000;

interface Sample {
  readonly at: number;
  readonly done: number;
}

export class Speed {
  #phase = '';
  #samples: Sample[] = [];

  /** Takes progress at `now` (milliseconds); returns what can be told, nothing in the first second of a phase. */
  of({ phase, done, total }: Progress, now: number): Pick<Progress, 'perSecond' | 'secondsLeft'> {
    if (phase !== this.#phase) {
      this.#phase = phase;
      this.#samples = [];
    }
    this.#samples.push({ at: now, done });
    while (this.#samples.length > 2 && this.#samples[1]!.at <= now - WINDOW) this.#samples.shift();
    const oldest = this.#samples[0]!;
    const perSecond = ((done - oldest.done) / (now - oldest.at)) * 1000;
    if (now - oldest.at < ENOUGH || !(perSecond > 0)) return {};
    return { perSecond, ...(total > done && { secondsLeft: (total - done) / perSecond }) };
  }
}
