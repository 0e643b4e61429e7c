/** Which places of a list are selected: the cursor's, and others taken with it. Ranges, since a list may be long. */
export type SelectHow = 'only' | 'extend' | 'toggle';

/** First and last place, both included; the last may be Infinity. */
type Range = readonly [first: number, last: number];

export class Selection {
  #cursor = -1;
  /** Where an extension starts. */
  #anchor = -1;
  /** Ascending, none of them empty, none in another. */
  #ranges: readonly Range[] = [];

  /** The place that keys move; -1 for none. */
  get cursor(): number {
    return this.#cursor;
  }

  get size(): number {
    return this.sizeWithin(Infinity);
  }

  /** How many of the first `count` places are selected. */
  sizeWithin(count: number): number {
    return this.#ranges.reduce(
      (sum, [first, last]) => sum + Math.max(0, Math.min(last, count - 1) - first + 1),
      0,
    );
  }

  has(place: number): boolean {
    return this.#ranges.some(([first, last]) => first <= place && place <= last);
  }

  /** The selected places, in the list's order. */
  get places(): readonly number[] {
    return this.#ranges.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, i) => first + i),
    );
  }

  clear(): void {
    this.#cursor = this.#anchor = -1;
    this.#ranges = [];
  }

  /** Moves the cursor to `place`: alone, with everything from the anchor on, or added or taken away. */
  select(place: number, how: SelectHow): void {
    this.#cursor = place;
    if (how === 'extend' && this.#anchor >= 0) {
      this.#ranges = [[Math.min(this.#anchor, place), Math.max(this.#anchor, place)]];
      return;
    }
    this.#anchor = place;
    if (how !== 'toggle') this.#ranges = [[place, place]];
    else if (this.has(place)) this.#takeAway(place);
    else this.#ranges = [...this.#ranges, [place, place] as const].sort(([a], [b]) => a - b);
  }

  /** Selects all of `count` places, or all there will ever be; the cursor stays. */
  all(count = Infinity): void {
    this.#ranges = [[0, count - 1]];
  }

  #takeAway(place: number): void {
    this.#ranges = this.#ranges.flatMap(([first, last]): readonly Range[] => {
      if (place < first || place > last) return [[first, last]];
      const left: readonly Range[] = [
        [first, place - 1],
        [place + 1, last],
      ];
      return left.filter(([from, to]) => from <= to);
    });
  }
}
