/** Stops a compressed file that unpacks to far more than it could honestly hold. */
import { Failure } from '../../shared/failure.js';
import { inWords, type Limits } from './limits.js';

export class UnpackGuard {
  /** Compressed bytes handed in so far. */
  packed = 0;
  #unpacked = 0;

  constructor(
    private readonly path: string,
    private readonly limits: Limits,
  ) {}

  /** Counts unpacked bytes; throws Failure('input') beyond a limit. */
  add(bytes: number): void {
    this.#unpacked += bytes;
    const { ratio, ratioFreeBytes, unpackedBytes } = this.limits;
    if (this.#unpacked > unpackedBytes) this.#refuse(`unpacks to more than ${inWords(unpackedBytes)}`);
    if (this.#unpacked > ratioFreeBytes && this.#unpacked > ratio * this.packed) {
      this.#refuse(`unpacks to more than ${ratio} times its size, as files made to exhaust memory do`);
    }
  }

  /** Throws Failure('input') if unpacking needs a window of more than `most` bytes. */
  window(bytes: number, most: number): void {
    if (bytes > most) this.#refuse(`needs a window of more than ${inWords(most)} to unpack`);
  }

  #refuse(why: string): never {
    throw new Failure(
      'input',
      `${this.path} ${why}. If you trust it, unpack it yourself and choose the result.`,
    );
  }
}
