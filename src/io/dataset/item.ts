/** What comes out of a scanner: a record with its place in the file, or why there is none. */

export interface Place {
  /** 0-based. */
  readonly record: number;
  /** 1-based, text formats only. */
  readonly line?: number;
  /** In the uncompressed file, text formats only. */
  readonly byteOffset?: number;
  readonly byteLength?: number;
}

export interface RecordItem extends Place {
  readonly value: unknown;
}

/** A record, or the rest of a file, that could not be read. */
export interface BrokenItem {
  readonly record?: number;
  readonly line?: number;
  readonly reason: string;
}

export type Item = RecordItem | BrokenItem;

/** True for what could not be read. */
export function isBroken(item: Item): item is BrokenItem {
  return 'reason' in item;
}

/** Cuts a stream of uncompressed bytes into records; holds one record at most. */
export interface Scanner {
  /** The records that end in this chunk. The chunk may be reused once they were taken. */
  push(chunk: Buffer): Iterable<Item> | Promise<Iterable<Item>>;
  /** What is left; `cut` says why the bytes end before the file does. */
  end(cut?: string): Iterable<Item> | Promise<Iterable<Item>>;
}
