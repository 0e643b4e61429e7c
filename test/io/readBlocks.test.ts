import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../src/io/readBlocks.js';
import { seededRandom } from '../../src/core/statistics/seededRandom.js';

describe('many ranges of one file', () => {
  it('are read as each by itself would be, in any order, overlapping and beyond the end', async () => {
    const random = seededRandom(8);
    const below = (most: number) => Math.floor(random() * most);
    const file = Buffer.from(Array.from({ length: 6_000_000 }, () => below(256)));
    const items = Array.from({ length: 400 }, () => ({
      offset: below(6_000_500),
      length: below(random() < 0.02 ? 3_000_000 : 900),
    }));
    let reads = 0;
    const read = (offset: number, length: number) => {
      reads++;
      return Promise.resolve(file.subarray(offset, offset + length));
    };
    const seen = new Set<object>();
    for await (const batch of readBlocks(items, (item) => item, read)) {
      for (const [item, bytes] of batch) {
        expect(bytes.equals(file.subarray(item.offset, item.offset + item.length))).toBe(true);
        seen.add(item);
      }
    }
    expect(seen.size).toBe(items.length);
    expect(reads).toBeLessThan(60);
  });
});
