import { KeyedNumbers } from '../index/keyedNumbers.js';
import { hashText } from '../score/hashing.js';

/** The order in which prompts are taken where there are too many: by hash, which nobody chooses. */
export function byHash(a: string, b: string): number {
  return hashText(a) - hashText(b) || Number(a > b) - Number(a < b);
}

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
    if (this.has(key)) return;
    this.#hashes.add(hashText(key));
    this.#size++;
  }
}
