/** Tells whether two dataset files hold the same answers, in whatever order and format. */
import { hashText } from '../../core/score/hashing.js';
import type { Response } from '../../shared/dataset.js';

/** Adds up the hashes of prompts and texts, so that the order of records does not matter. */
export class ContentDigest {
  #count = 0;
  #low = 0;
  #high = 0;

  add({ prompt, text }: Response): void {
    const hash = hashText(`${prompt.trim()}\0${text.trim()}`);
    this.#count++;
    this.#low = (this.#low + (hash % 2 ** 26)) % 2 ** 52;
    this.#high = (this.#high + Math.floor(hash / 2 ** 26)) % 2 ** 52;
  }

  /** Equal for files of equal answers; undefined for a file without any. */
  get value(): string | undefined {
    return this.#count === 0 ? undefined : `${this.#count} ${this.#high} ${this.#low}`;
  }
}
