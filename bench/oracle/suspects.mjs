// @ts-check
// The suspects of the oracle: made ready, and found by windows, shingles and normalised text.
import { WindowTable } from './windowTable.mjs';

/** @typedef {import('./entry.js').Prepared} Prepared */

export class Suspects {
  /** Windows of the weight of a seed. */
  windows = new WindowTable();
  /** Shingles to numbers. @type {Map<number, number>} */
  shingles = new Map();
  /** Suspects by normalised key; equal texts have equal ones. @type {Map<number, number[]>} */
  normalised = new Map();
  /** By record; prepared when first asked for. @type {Map<number, { make: () => Prepared, made?: Prepared }>} */
  #all = new Map();

  /** @param {number} seedHalves */
  constructor(seedHalves) {
    this.seedHalves = seedHalves;
  }

  /** @param {number} record @param {() => Prepared} make */
  know(record, make) {
    this.#all.set(record, { make });
  }

  /** One more than the highest record. */
  get size() {
    return this.#all.size;
  }

  /** @param {number} record @returns {Prepared} */
  get(record) {
    const one = this.#all.get(record);
    if (one === undefined) throw new RangeError(`There is no suspect ${record}.`);
    return (one.made ??= one.make());
  }

  /** Has a suspect compared with all originals. @param {number} record */
  compare(record) {
    const suspect = this.get(record);
    for (const key of windowKeys(suspect, this.seedHalves)) this.windows.add(key, record);
    for (const shingle of suspect.shingles)
      if (!this.shingles.has(shingle)) this.shingles.set(shingle, this.shingles.size);
    const same = this.normalised.get(suspect.normalisedKey);
    if (same === undefined) this.normalised.set(suspect.normalisedKey, [record]);
    else same.push(record);
  }
}

/**
 * Hashes of a text's windows, place by place; equal windows have equal ones where the vocabulary is the same.
 * @param {Prepared} prepared
 * @param {number} halves
 */
export function windowKeys(prepared, halves) {
  const { tokens } = prepared;
  const windows = prepared.windowsOf(halves);
  const keys = new Int32Array(windows.count);
  for (let at = 0; at < keys.length; at++) {
    let key = 0x2545f491;
    const end = at + (windows.lengths[at] ?? 0);
    for (let token = at; token < end; token++) {
      key = Math.imul(key ^ (tokens.ids[token] ?? 0), 0x85ebca6b);
      key ^= key >>> 13;
    }
    keys[at] = key;
  }
  return keys;
}
