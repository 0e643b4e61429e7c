/** Lets a long computation hear its cancel message and say how far it is. */
import { throwIfCancelled } from '../shared/failure.js';
import type { Progress } from '../shared/run.js';
import { Speed } from './speed.js';

export interface Hooks {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** Milliseconds of work between two looks at the message queue. */
const BREATH = 20;
/** Items of a list between two looks at the clock. */
const STRETCH = 1024;
/** Milliseconds between two progress messages. */
const REPORT = 100;

export class Pace {
  #breathed = performance.now();
  #reported = 0;
  readonly #speed = new Speed();

  constructor(readonly hooks: Hooks) {}

  /** Call often: yields to the event loop when due; throws the cancelled failure after a cancel. */
  async breathe(): Promise<void> {
    throwIfCancelled(this.hooks.signal);
    if (performance.now() - this.#breathed < BREATH) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#breathed = performance.now();
    throwIfCancelled(this.hooks.signal);
  }

  /** Does the work of each item, so that others need not wait for all; throws the cancelled failure after a cancel. */
  async each<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
    for (let from = 0; from < items.length; from += STRETCH) {
      items.slice(from, from + STRETCH).forEach(work);
      await this.breathe();
    }
  }

  /** Reports progress, not more often than people can read. */
  report(progress: Progress): void {
    const now = performance.now();
    if (now - this.#reported < REPORT && progress.done < progress.total) return;
    this.#reported = now;
    this.hooks.progress({ ...progress, ...this.#speed.of(progress, now) });
  }
}
