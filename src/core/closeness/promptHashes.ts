import { KeyedNumbers } from '../index/keyedNumbers.js';
import { hashText } from '../score/hashing.js';

/** Prompts by the hashes of their keys alone, since there may be millions. */
export class PromptHashes {
  readonly #hashes = new KeyedNumbers();
  #size = 0;

  /** How many different ones there are. */
  get size(): number {
    return this.#size;
  }

  has(key: string): boolean {
    return this.#hashes.of(hashText(key)).length > 0;
  }

  add(key: string): void {
    const hash = hashText(key);
    if (this.#hashes.of(hash).length > 0) return;
    this.#hashes.add(hash);
    this.#size++;
  }
}
