/** A reviewer's steps, as the entries of the verdict file tell them: what can be undone, and done again. */
import type { RouteMarks } from '../../shared/route.js';
import type { Verdict, VerdictEntry } from '../../shared/verdict.js';

/** What stood of a pair: nothing at all is `cleared` without a note. */
export interface Stand {
  readonly verdict: Verdict;
  readonly note: string;
  readonly routes?: RouteMarks;
}

/** One change, of one or of many pairs together. */
export interface Step {
  /** Of all its entries, and of no other step's. */
  readonly time: string;
  readonly written: readonly { readonly pair: string; readonly before: Stand; readonly after: Stand }[];
}

interface Growing extends Step {
  readonly written: { readonly pair: string; readonly before: Stand; readonly after: Stand }[];
}

/** Steps that can be undone, the oldest forgotten first. */
const KEPT = 500;
const NOTHING: Stand = { verdict: 'cleared', note: '' };

export class VerdictSteps {
  readonly #standing = new Map<string, Stand>();
  #done: Growing[] = [];
  #undone: Growing[] = [];
  #latest = '';

  /** Takes the entries that follow in the reviewer's file. */
  add(entries: readonly VerdictEntry[]): void {
    for (const { pair, verdict, note, routes, time, undo, redo } of entries) {
      const before = this.#standing.get(pair) ?? NOTHING;
      const after = { verdict, note, ...(routes && { routes }) };
      this.#standing.set(pair, after);
      if (time > this.#latest) this.#latest = time;
      if (undo !== undefined) this.#move(this.#done, this.#undone, undo);
      else if (redo !== undefined) this.#move(this.#undone, this.#done, redo);
      else this.#write(time, { pair, before, after });
    }
  }

  /** The step that an undo takes back. */
  get toUndo(): Step | undefined {
    return this.#done.at(-1);
  }

  /** The step that was undone last, if nothing was judged since. */
  get toRedo(): Step | undefined {
    return this.#undone.at(-1);
  }

  /** Gives up a step of which nothing stands any more. */
  drop(step: Step): void {
    this.#done = this.#done.filter((one) => one !== step);
    this.#undone = this.#undone.filter((one) => one !== step);
  }

  /** A time for a new step: now, and later than every other. */
  nextTime(now: Date): string {
    const time = now.toISOString();
    if (time > this.#latest) return time;
    return new Date(Date.parse(this.#latest) + 1).toISOString();
  }

  #write(time: string, change: Step['written'][number]): void {
    const last = this.#done.at(-1);
    this.#undone = [];
    if (last?.time === time) last.written.push(change);
    else this.#done.push({ time, written: [change] });
    if (this.#done.length > KEPT) this.#done.shift();
  }

  /** The entries of one undo name the same step: the first of them moves it. */
  #move(from: Growing[], to: Growing[], time: string): void {
    const at = from.findLastIndex((step) => step.time === time);
    if (at >= 0) to.push(...from.splice(at, 1));
  }
}
