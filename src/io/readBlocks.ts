/** Many short ranges of one file, read in its order and in blocks: one read for all that lie close together. */

export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** Bytes that one block spans, unless a single range is longer. */
const BLOCK = 1 << 20;
/** Bytes between two ranges that are read rather than jumped over. */
const GAP = 1 << 16;

/**
 * Yields the items of each block with their bytes; fewer bytes, or none, where the file is shorter. `rangeOf` says where
 * an item stands, and `read` gives the bytes of a range, or as many as there are.
 */
export async function* readBlocks<T>(
  items: readonly T[],
  rangeOf: (item: T) => ByteRange,
  read: (offset: number, length: number) => Promise<Buffer>,
): AsyncGenerator<(readonly [T, Buffer])[]> {
  const placed = items.map((item) => ({ item, ...rangeOf(item) })).sort((a, b) => a.offset - b.offset);
  for (let at = 0; at < placed.length;) {
    const { offset, length } = placed[at]!;
    let end = offset + length;
    let next = at + 1;
    for (; next < placed.length; next++) {
      const { offset: start, length: size } = placed[next]!;
      const reach = Math.max(end, start + size);
      if (start - end > GAP || reach - offset > BLOCK) break;
      end = reach;
    }
    const bytes = await read(offset, end - offset);
    yield placed
      .slice(at, next)
      .map(({ item, offset: start, length: size }) => [
        item,
        bytes.subarray(start - offset, start - offset + size),
      ]);
    at = next;
  }
}
