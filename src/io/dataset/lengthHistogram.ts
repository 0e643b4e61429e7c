/** Lengths of any number of texts in bounded memory. */

/** In characters (UTF-16 code units); median and p90 are exact below 1,024 and within 1 % above. */
export interface Lengths {
  readonly min: number;
  readonly median: number;
  readonly p90: number;
  readonly max: number;
}

const EXACT = 1024;
const PER_DOUBLING = 100;

export class LengthHistogram {
  readonly #counts = new Map<number, number>();
  #total = 0;
  #min = Infinity;
  #max = 0;

  add(length: number): void {
    const key = length < EXACT ? length : EXACT + Math.floor(Math.log2(length / EXACT) * PER_DOUBLING);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    this.#total++;
    this.#min = Math.min(this.#min, length);
    this.#max = Math.max(this.#max, length);
  }

  /** All zero when nothing was added. */
  lengths(): Lengths {
    if (this.#total === 0) return { min: 0, median: 0, p90: 0, max: 0 };
    return { min: this.#min, median: this.#quantile(0.5), p90: this.#quantile(0.9), max: this.#max };
  }

  /** The nearest-rank quantile. */
  #quantile(share: number): number {
    let left = Math.ceil(share * this.#total);
    for (const [key, count] of [...this.#counts].sort((a, b) => a[0] - b[0])) {
      left -= count;
      if (left > 0) continue;
      const length = key < EXACT ? key : Math.round(EXACT * 2 ** ((key - EXACT + 0.5) / PER_DOUBLING));
      return Math.min(this.#max, Math.max(this.#min, length));
    }
    return this.#max;
  }
}
