/** Texts that may come back, each kept once: as strings in a Map, those of a million records would fill the memory. */
import { KeyedNumbers } from '../../core/index/keyedNumbers.js';
import { hashText } from '../../core/score/hashing.js';
import type { Entries } from './entries.js';

export class DistinctTexts {
  readonly #numbers = new KeyedNumbers();
  #count = 0;
  #bytes = 0;

  /** @param entries must be empty */
  constructor(private readonly entries: Entries) {}

  /** How many different ones there are. */
  get count(): number {
    return this.#count;
  }

  /** Of all of them as UTF-8. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The number of the text: in the order in which they came first. Throws what the entries throw. */
  numberOf(text: string): number {
    const key = hashText(text);
    const bytes = Buffer.from(text);
    const known = this.#numbers.of(key).find((number) => bytes.equals(this.entries.entry(number)));
    if (known !== undefined) return known;
    this.entries.add(bytes);
    this.#count++;
    this.#bytes += bytes.length;
    return this.#numbers.add(key);
  }

  /** All of them as UTF-8, in the order of their numbers. */
  *each(): Generator<Uint8Array> {
    for (let number = 0; number < this.#count; number++) yield this.entries.entry(number);
  }
}
