import type { Drawn } from './drawFromPart.js';

/** The distinct texts drawn first: thousands of parts offer so many each that all together would fill the memory. */
export class Lowest {
  #byKey = new Map<number, Drawn>();
  /** Nothing behind it is among the first so many any more. */
  #last = Infinity;

  constructor(private readonly most: number) {}

  /** Adds a text; of equal ones that of the first part stays, whichever comes first. */
  add(one: Drawn): void {
    if (one.order > this.#last) return;
    const known = this.#byKey.get(one.key);
    if (!known || one.part < known.part) this.#byKey.set(one.key, one);
    if (this.#byKey.size < 4 * this.most) return;
    const kept = this.take();
    this.#byKey = new Map(kept.map((each) => [each.key, each]));
    this.#last = kept.at(-1)?.order ?? this.#last;
  }

  /** As many as are drawn at most, in the order of drawing. */
  take(): Drawn[] {
    const all = [...this.#byKey.values()];
    return all.sort((a, b) => a.order - b.order || a.key - b.key).slice(0, this.most);
  }
}
