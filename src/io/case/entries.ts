/** Bytes that are kept in the order they come, and asked for by their number. */
export interface Entries {
  /** Adds an entry, which gets the next number from 0 on. */
  add(entry: Uint8Array): unknown;
  entry(number: number): Uint8Array;
}

export class EntriesInMemory implements Entries {
  readonly #entries: Uint8Array[] = [];

  add(entry: Uint8Array): void {
    this.#entries.push(Uint8Array.from(entry));
  }

  entry(number: number): Uint8Array {
    return this.#entries[number]!;
  }
}
