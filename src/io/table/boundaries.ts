/** What fills the index: finds where the records of a growing stream of bytes begin. */
import { isBroken, type Item, type Scanner } from '../dataset/item.js';
import type { RecordIndex } from './recordIndex.js';

export interface Boundaries {
  /** The stream goes on with `chunk`, which may be reused afterwards. */
  push(chunk: Buffer): void | Promise<void>;
  /** The stream has ended. */
  end(): void | Promise<void>;
}

/** For every format that needs its records read to find their ends: JSON arrays, CSV, text. */
export class ScannedBoundaries implements Boundaries {
  constructor(
    private readonly scanner: Scanner,
    private readonly index: RecordIndex,
    /** Told what is wrong with the file as a whole. */
    private readonly say: (reason: string) => void,
  ) {}

  async push(chunk: Buffer): Promise<void> {
    this.#meet(await this.scanner.push(chunk));
  }

  async end(): Promise<void> {
    this.#meet(await this.scanner.end());
  }

  #meet(items: Iterable<Item>): void {
    for (const item of items) {
      if (isBroken(item)) {
        if (item.record === undefined) this.say(item.reason);
        else this.index.pass(item.record);
      } else if (item.byteOffset !== undefined) {
        this.index.meet(item.record, item.line ?? 1, item.byteOffset);
      }
    }
  }
}
