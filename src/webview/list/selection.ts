/** Which places of a list are selected: the cursor's, and others taken with it. */
export type SelectHow = 'only' | 'extend' | 'toggle';

export class Selection {
  #cursor = -1;
  /** Where an extension starts. */
  #anchor = -1;
  #chosen = new Set<number>();

  /** The place that keys move; -1 for none. */
  get cursor(): number {
    return this.#cursor;
  }

  get size(): number {
    return this.#chosen.size;
  }

  has(place: number): boolean {
    return this.#chosen.has(place);
  }

  /** The selected places, in the list's order. */
  get places(): readonly number[] {
    return [...this.#chosen].sort((a, b) => a - b);
  }

  clear(): void {
    this.#cursor = this.#anchor = -1;
    this.#chosen.clear();
  }

  /** Moves the cursor to `place`: alone, with everything from the anchor on, or added or taken away. */
  select(place: number, how: SelectHow): void {
    this.#cursor = place;
    if (how === 'extend' && this.#anchor >= 0) {
      this.#chosen = range(this.#anchor, place);
      return;
    }
    this.#anchor = place;
    if (how !== 'toggle') this.#chosen = new Set([place]);
    else if (!this.#chosen.delete(place)) this.#chosen.add(place);
  }

  /** Selects all of `count` places; the cursor stays. */
  all(count: number): void {
    this.#chosen = range(0, count - 1);
  }
}

function range(from: number, to: number): Set<number> {
  const [first, last] = from < to ? [from, to] : [to, from];
  return new Set(Array.from({ length: last - first + 1 }, (_, i) => first + i));
}
