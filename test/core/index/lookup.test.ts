import { describe, expect, it } from 'vitest';
import { Lookup } from '../../../src/core/index/lookup.js';
import { SeedTableBuilder } from '../../../src/core/index/seedTable.js';
import { random } from './texts.js';

/** A table of random hashes, some of them several times, and the same as a Map. */
function tableOf(entries: number, next: () => number) {
  const builder = new SeedTableBuilder();
  const naive = new Map<number, number[]>();
  let hash = 1;
  for (let token = 0; token < entries; token++) {
    if (next() < 0.8) hash = 1 + Math.floor(next() * 0xfffffffe);
    builder.add(hash, token);
    const tokens = naive.get(hash);
    if (tokens) tokens.push(token);
    else naive.set(hash, [token]);
  }
  return { table: builder.finish(), naive };
}

describe('looking hashes up in a seed table', () => {
  // A small filter is looked at hash by hash, a large one stretch by stretch.
  it.each([
    [50, 3000],
    [2000, 20_000],
    [400_000, 3000],
    [400_000, 60_000],
  ])('finds what a Map finds, in the same order: %i entries, %i hashes', (entries, count) => {
    const next = random(entries + count);
    const { table, naive } = tableOf(entries, next);
    const known = [...naive.keys()];
    const hashes = Uint32Array.from({ length: count }, () =>
      next() < 0.3 ? known[Math.floor(next() * known.length)]! : 1 + Math.floor(next() * 0xfffffffe),
    );
    const lookup = new Lookup();
    lookup.find(table, hashes, count);
    const found = Array.from({ length: lookup.count }, (_, at) => [lookup.offered[at], lookup.tokens[at]]);
    const wanted = Array.from(hashes).flatMap((hash, number) =>
      (naive.get(hash) ?? []).map((token) => [number, token]),
    );
    expect(found.length).toBeGreaterThan(count / 4);
    expect(found).toEqual(wanted);
    // A second look has nothing of the first one left.
    lookup.find(table, hashes, 0);
    expect(lookup.count).toBe(0);
  });
});
